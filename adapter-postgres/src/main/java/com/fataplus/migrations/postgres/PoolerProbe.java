package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.ServerFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.postgresql.PGConnection;

/**
 * Finds out whether the session that a pooler gave us stays ours, which only pooling by session does. Numbers of server processes cannot
 * tell: a pool that nobody else uses gives the same process every time. A notification can: while we are idle it reaches us only if the
 * session is still ours, whichever of the pooler's processes answers.
 */
final class PoolerProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final int MOST_ATTEMPTS_TO_TIDY_UP = 20;

    private static final String NOTIFY = "select pg_catalog.pg_notify(?, '')";
    private static final String LOCK = "select pg_catalog.pg_try_advisory_lock(?)";
    private static final String UNLOCK = "select pg_catalog.pg_advisory_unlock(?)";
    private static final String IS_LOCKED = """
            select exists (
                select from pg_catalog.pg_locks
                 where locktype = 'advisory' and objsubid = 1
                   and database = (select oid from pg_catalog.pg_database where datname = current_database())
                   and (classid::bigint << 32 | objid::bigint) = ?)
            """;

    private static final String ADDRESS_OF_SERVER = "give fata the address of the server itself";

    private final Connector connector;
    private final Connection connection;
    private final int pid;
    private final RunContext context;
    private final long number = ThreadLocalRandom.current().nextLong();
    private final String channel = "fata_" + Long.toHexString(number);

    /** Looks at the pooler behind a connection, whose first statement the server process {@code pid} answered. */
    PoolerProbe(Connector connector, Connection connection, int pid, RunContext context) {
        this.connector = requireNonNull(connector, "connector");
        this.connection = requireNonNull(connection, "connection");
        this.pid = pid;
        this.context = requireNonNull(context, "context");
    }

    /** Refuses a pooler whose clients share sessions, keep what others left in them, or are too many. */
    void requireOwnSession() throws SQLException {
        Sql first = new Sql(connection);
        first.run("listen " + channel);
        try {
            shareNothing(first);
        } catch (Throwable e) {
            stopListening(e);
            throw e;
        }
        stopListening();
    }

    private void stopListening(Throwable first) {
        try {
            stopListening();
        } catch (SQLException e) {
            first.addSuppressed(e);
        }
    }

    private void shareNothing(Sql first) throws SQLException {
        try (Connection second = second()) {
            Sql other = new Sql(second);
            asked(() -> other.row(NOTIFY, row -> true, channel));
            if (!hears()) {
                throw refused(
                        "a connection pooler answers there that shares sessions among its clients"
                                + " (pool_mode is transaction or statement), and then a lock excludes nobody",
                        ADDRESS_OF_SERVER + ", or of a pool with pool_mode = session");
            }
            other.row(LOCK, row -> row.getBoolean(1), number);
        }
        if (!isTidiedUp(first)) {
            tidyUp();
            throw refused(
                    "a connection pooler answers there that hands sessions on as clients leave them"
                            + " (server_reset_query is empty), and then a run that is killed leaves its lock",
                    "set server_reset_query = DISCARD ALL in pgbouncer.ini, or " + ADDRESS_OF_SERVER);
        }
    }

    private boolean hears() throws SQLException {
        return connection.unwrap(PGConnection.class).getNotifications(Math.toIntExact(PATIENCE.toMillis())).length > 0;
    }

    /** The session that had the lock goes back to its pool once its client is gone, and only then is the lock taken from it. */
    private boolean isTidiedUp(Sql first) throws SQLException {
        long start = System.nanoTime();
        while (first.<Boolean>row(IS_LOCKED, row -> row.getBoolean(1), number)) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                return false;
            }
            context.cancellation().pause(BETWEEN_LOOKS);
        }
        return true;
    }

    /** The session that was given back last is the next to be given out. */
    private void tidyUp() throws SQLException {
        try (Connection again = second()) {
            new Sql(again).row(UNLOCK, row -> row.getBoolean(1), number);
        }
    }

    /** In the session that listens; where sessions are shared, that may take more than one attempt. */
    private void stopListening() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int asked = 0;
            for (int attempt = 0; asked != pid && attempt < MOST_ATTEMPTS_TO_TIDY_UP; attempt++) {
                // One message: both reach the same session.
                statement.execute("unlisten " + channel + "; select pg_catalog.pg_backend_pid()");
                statement.getMoreResults();
                try (ResultSet result = statement.getResultSet()) {
                    result.next();
                    asked = result.getInt(1);
                }
            }
        }
    }

    private Connection second() throws SQLException {
        return connector.connect("fata, looking at the pooler", PATIENCE);
    }

    /** A pooler that has no session to give lets us wait. */
    private void asked(ServerFailures.Task question) throws SQLException {
        try {
            question.perform();
        } catch (SQLException e) {
            MigrationException refused = refused(
                    "a connection pooler answers there that had no second session for us within " + PATIENCE.toSeconds()
                            + " s, and a run needs one beside its own",
                    "raise pool_size (2 at least) in pgbouncer.ini, or " + ADDRESS_OF_SERVER);
            refused.addSuppressed(e);
            throw refused;
        }
    }

    private MigrationException refused(String reason, String remedy) {
        return new MigrationException(new ServerFailure.CannotConnect(
                connector.config().address(), reason, Optional.empty(), Optional.of(remedy)));
    }
}
