package com.fataplus.migrations.postgres;

import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.LockHolder;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.ServerFailure;
import com.fataplus.migrations.application.port.LockRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The advisory lock of a session, which has it until its end. Those who wait ask again and again instead of standing in line: a session that waits in
 * {@code pg_advisory_lock} holds a snapshot, and CREATE INDEX CONCURRENTLY waits for snapshots.
 */
final class MigrationLock {
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);
    private static final Duration BETWEEN_EVENTS = Duration.ofSeconds(5);

    private static final String TRY = "select pg_catalog.pg_try_advisory_lock(?)";

    /** What a role may not see of another's session is null here. */
    private static final String HOLDER = """
            select coalesce(lock.pid, 0) as pid,
                   coalesce(session.usename, '') as usename,
                   coalesce(session.application_name, '') as application_name,
                   host(session.client_addr) as host,
                   session.backend_start
              from pg_catalog.pg_locks lock
              join pg_catalog.pg_database on pg_database.oid = lock.database and datname = current_database()
              left join pg_catalog.pg_stat_activity session on session.pid = lock.pid
             where lock.locktype = 'advisory' and lock.objsubid = 1 and lock.granted
               and (lock.classid::bigint << 32 | lock.objid::bigint) = ?
            """;

    private final Sql sql;
    private final long key;

    MigrationLock(Sql sql, LedgerSchema ledger) {
        this.sql = sql;
        this.key = ledger.lockKey();
    }

    /** Returns with the lock, or fails naming who has it. */
    void acquire(LockRequest request, RunContext context) {
        long start = System.nanoTime();
        Duration toldAt = BETWEEN_EVENTS.negated();
        while (!tryOnce()) {
            context.cancellation().check();
            Duration waited = since(start);
            Optional<LockHolder> holder = holder();
            if (holder.isPresent() && waited.compareTo(request.patience()) >= 0) {
                throw new MigrationException(new ServerFailure.LockHeld(holder.get(), waited));
            }
            if (holder.isPresent() && waited.minus(toldAt).compareTo(BETWEEN_EVENTS) >= 0) {
                context.tell(new MigrationEvent.WaitingForLock(holder.get(), waited));
                toldAt = waited;
            }
            // Nobody has it any more: ask again at once.
            if (holder.isPresent()) {
                context.cancellation().pause(pause(request.patience().minus(waited)));
            }
        }
        context.tell(new MigrationEvent.LockAcquired(since(start)));
    }

    private boolean tryOnce() {
        return ServerFailures.doing("ask for the migration lock", () -> sql.row(TRY, row -> row.getBoolean(1), key));
    }

    private Optional<LockHolder> holder() {
        return ServerFailures.doing(
                "see who has the migration lock",
                () -> sql.rows(HOLDER, MigrationLock::holder, key).stream().findFirst());
    }

    private static LockHolder holder(ResultSet row) throws SQLException {
        return new LockHolder(
                row.getInt("pid"),
                row.getString("usename"),
                row.getString("application_name"),
                Optional.ofNullable(row.getString("host")),
                Optional.ofNullable(row.getObject("backend_start", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    /** Between the two bounds by chance, so that several who wait don't ask in step; never beyond the end of patience. */
    private static Duration pause(Duration patienceLeft) {
        Duration pause = Duration.ofMillis(
                ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE.toMillis(), LONGEST_PAUSE.toMillis() + 1));
        return patienceLeft.compareTo(pause) < 0 ? patienceLeft : pause;
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
