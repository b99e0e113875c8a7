package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.RefusedFailure;
import com.fataplus.migrations.application.port.NewDatabase;
import com.fataplus.migrations.application.port.Replacement;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.RunOutcome;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The database of a session that has the lock makes way. */
final class PostgresReplacement implements Replacement {
    private static final String CONNECTED = """
            select concat('pid ', pid, ' (user ', usename, ', application ', coalesce(nullif(application_name, ''), 'unknown'),
                          coalesce(', host ' || host(client_addr), ''), ', ', coalesce(state, 'unknown'), ')')
              from pg_catalog.pg_stat_activity
             where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
             order by pid
            """;

    private static final String DISCONNECT = """
            select pg_catalog.pg_terminate_backend(pid) from pg_catalog.pg_stat_activity
             where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
            """;

    /** That nobody can connect any more until the other transaction ends. */
    private static final String CLOSED = """
            select exists (
                select from pg_catalog.pg_locks
                 where locktype = 'object' and classid = 'pg_catalog.pg_database'::regclass
                   and objid = (select oid from pg_catalog.pg_database where datname = current_database())
                   and mode = 'AccessExclusiveLock' and granted and pid = ?)
            """;

    private static final String OBJECT_IN_USE = "55006";

    private final Sql sql;
    private final PostgresSession session;
    private final LedgerSchema ledger;
    private final Clock clock;

    PostgresReplacement(Sql sql, PostgresSession session, LedgerSchema ledger, Clock clock) {
        this.sql = requireNonNull(sql, "sql");
        this.session = requireNonNull(session, "session");
        this.ledger = requireNonNull(ledger, "ledger");
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public List<String> obstacles() {
        return RestoreObstacles.of(sql);
    }

    @Override
    public List<String> connected() {
        return ServerFailures.doing("see who is connected", () -> sql.rows(CONNECTED, row -> row.getString(1)));
    }

    private void disconnect() {
        ServerFailures.performing("end the sessions of others", () -> sql.rows(DISCONNECT, row -> row.getBoolean(1)));
    }

    @Override
    public String carrying(RunId run, Optional<RunOutcome> outcome) {
        return new LedgerCarrying(sql, ledger, clock).script(run, outcome);
    }

    /**
     * The rename begins while we still have the lock; as soon as it has closed the database to newcomers we leave, and it goes on. All that
     * changes is in its one transaction.
     */
    @Override
    public void giveWayTo(NewDatabase other, String aside, Clients clients) {
        PostgresNewDatabase fresh = (PostgresNewDatabase) other;
        Sql neighbour = fresh.neighbour().sql();
        String name = session.server().database();
        List<String> work = DatabaseSettings.of(sql).swap(name, aside, fresh.name());
        int pid = ServerFailures.doing(
                "ask for a process number", () -> neighbour.row("select pg_backend_pid()", row -> row.getInt(1)));
        CompletableFuture<Optional<SQLException>> renaming =
                CompletableFuture.supplyAsync(() -> run(neighbour, work), Thread::startVirtualThread);
        List<String> others = leaveOnce(pid, renaming, clients);
        Optional<SQLException> failure = renaming.join();
        if (failure.isPresent()) {
            throw failed(failure.get(), name, others);
        }
        fresh.given();
    }

    /** Returns who is connected beside us, where they may stay. */
    private List<String> leaveOnce(int pid, CompletableFuture<Optional<SQLException>> renaming, Clients clients) {
        try {
            while (!renaming.isDone() && !isClosedBy(pid)) {
                Thread.onSpinWait();
            }
            if (renaming.isDone()) {
                return List.of();
            }
            return switch (clients) {
                case RESPECT -> connected();
                case TERMINATE -> {
                    disconnect();
                    yield List.of();
                }
            };
        } finally {
            session.close();
        }
    }

    private boolean isClosedBy(int pid) {
        return ServerFailures.doing("wait for the rename", () -> sql.row(CLOSED, row -> row.getBoolean(1), pid));
    }

    private static Optional<SQLException> run(Sql neighbour, List<String> work) {
        try {
            neighbour.run("begin");
            for (String statement : work) {
                neighbour.run(statement);
            }
            neighbour.run("commit");
            return Optional.empty();
        } catch (SQLException e) {
            try {
                neighbour.run("rollback");
            } catch (SQLException lost) {
                e.addSuppressed(lost);
            }
            return Optional.of(e);
        }
    }

    private static MigrationException failed(SQLException e, String name, List<String> others) {
        return ServerFailures.state(e).equals(OBJECT_IN_USE) && !others.isEmpty()
                ? new MigrationException(RefusedFailure.NotAllowed.inUse(others), e)
                : new MigrationException(ServerFailures.of("put another database in the place of " + name, e), e);
    }
}
