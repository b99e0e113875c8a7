package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.failure.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Sees what a long statement is at: who is in its way while it waits for a lock, which nobody can tell any more once the wait has failed, and
 * how far it is. A second connection looks; it exists only while a statement takes long, and never has a transaction open.
 */
final class StatementWatch implements AutoCloseable {
    private static final Duration NEVER_SOONER = Duration.ofMillis(50);
    private static final Duration NEVER_LATER = Duration.ofMillis(500);

    /** A pooler may have no session to give; the statement that is watched must not wait for that. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** Pid 0 stands for a prepared transaction. What we may not see of another role's session is null. */
    private static final String BLOCKERS = """
            select case when blocking.pid = 0 then 'a prepared transaction, see pg_prepared_xacts'
                   else 'pid ' || blocking.pid || ' (' || concat_ws(', ',
                        'user ' || usename,
                        'application ' || nullif(application_name, ''),
                        nullif(backend_type, 'client backend'),
                        case when query like '%to prevent wraparound%' then 'to prevent wraparound, does not give way' end,
                        state || coalesce(' since ' || to_char(state_change, 'YYYY-MM-DD HH24:MI:SSOF'), '')) || ')'
                   end
              from unnest(pg_catalog.pg_blocking_pids(?)) as blocking(pid)
              left join pg_catalog.pg_stat_activity using (pid)
             order by 1
            """;

    private static final Duration WAITS_LONG = Duration.ofSeconds(1);
    private static final Duration BETWEEN_COMPLAINTS = Duration.ofSeconds(5);

    private final Connector connector;
    private final int pid;
    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(
            1, task -> Thread.ofPlatform().daemon().name("fata-watch").unstarted(task));

    /** Watches the session whose server process is {@code pid}. */
    StatementWatch(Connector connector, int pid) {
        this.connector = requireNonNull(connector, "connector");
        this.pid = pid;
        scheduler.setRemoveOnCancelPolicy(true);
    }

    /** Hears what is seen, on a thread of the watch's own; not after the watch over the statement was closed. */
    interface Listener {
        /** The statement waits for these, and has for that long. */
        void blocked(List<String> blockers, Duration waited);

        /** The statement is that far. */
        void advanced(StatementAdvance advance);
    }

    /** Watches until it is closed. A wait that fails lasts as long as {@code lockTimeout}, so a third of it is often enough. */
    Watch over(Duration lockTimeout, Listener listener) {
        return new Watch(lockTimeout, listener);
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }

    /** One statement under watch. */
    final class Watch implements AutoCloseable {
        private final ScheduledFuture<?> looks;
        private Connection connection;
        private final Listener listener;
        private List<String> blockers = List.of();
        private Optional<Long> blockedSince = Optional.empty();
        private Duration complainedAfter = Duration.ZERO;
        private Optional<StatementAdvance> advance = Optional.empty();
        private boolean over;

        private Watch(Duration lockTimeout, Listener listener) {
            this.listener = listener;
            long third = lockTimeout.isZero()
                    ? Long.MAX_VALUE
                    : lockTimeout.dividedBy(3).toMillis();
            long period = Math.clamp(third, NEVER_SOONER.toMillis(), NEVER_LATER.toMillis());
            looks = scheduler.scheduleWithFixedDelay(this::look, period, period, TimeUnit.MILLISECONDS);
        }

        /** Whoever was in the way when it was last looked; never fails, because it is told only beside a failure. */
        synchronized List<String> blockers() {
            return blockers;
        }

        private synchronized void look() {
            if (over) {
                return;
            }
            try {
                if (connection == null) {
                    connection = connector.connect("fata, watching a statement", PATIENCE);
                }
                Sql sql = new Sql(connection);
                lookForBlockers(sql.rows(BLOCKERS, row -> row.getString(1), pid));
                lookHowFar(StatementAdvance.of(sql, pid));
            } catch (SQLException | MigrationException e) {
                over = true;
            }
        }

        private void lookForBlockers(List<String> now) {
            if (now.isEmpty()) {
                blockedSince = Optional.empty();
                complainedAfter = Duration.ZERO;
                return;
            }
            blockers = now;
            blockedSince = blockedSince.or(() -> Optional.of(System.nanoTime()));
            Duration waited = Duration.ofNanos(System.nanoTime() - blockedSince.get());
            Duration due = complainedAfter.isZero() ? WAITS_LONG : complainedAfter.plus(BETWEEN_COMPLAINTS);
            if (waited.compareTo(due) >= 0) {
                complainedAfter = waited;
                listener.blocked(now, waited);
            }
        }

        private void lookHowFar(Optional<StatementAdvance> now) {
            if (!now.equals(advance)) {
                advance = now;
                now.ifPresent(listener::advanced);
            }
        }

        @Override
        public synchronized void close() {
            over = true;
            looks.cancel(false);
            if (connection != null) {
                try {
                    connection.close();
                } catch (SQLException e) {
                    // It told all it was there for.
                }
            }
        }
    }
}
