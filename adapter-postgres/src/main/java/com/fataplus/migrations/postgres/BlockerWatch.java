package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.failure.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Sees who is in the way of a statement that waits for a lock. Once the wait has failed nobody can tell any more, so a second connection looks
 * while it lasts; that connection exists only while a statement takes long, and never has a transaction open.
 */
final class BlockerWatch implements AutoCloseable {
    private static final Duration NEVER_SOONER = Duration.ofMillis(50);
    private static final Duration WHERE_NOTHING_TIMES_OUT = Duration.ofSeconds(1);

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

    private final Connector connector;
    private final int pid;
    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(
            1, task -> Thread.ofPlatform().daemon().name("fata-blockers").unstarted(task));

    /** Watches the session whose server process is {@code pid}. */
    BlockerWatch(Connector connector, int pid) {
        this.connector = requireNonNull(connector, "connector");
        this.pid = pid;
        scheduler.setRemoveOnCancelPolicy(true);
    }

    /** Watches until it is closed. A wait that fails lasts as long as {@code lockTimeout}, so a third of it is often enough. */
    Watch over(Duration lockTimeout) {
        return new Watch(lockTimeout);
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }

    /** One statement under watch. */
    final class Watch implements AutoCloseable {
        private final ScheduledFuture<?> looks;
        private Connection connection;
        private List<String> blockers = List.of();
        private boolean over;

        private Watch(Duration lockTimeout) {
            Duration third = lockTimeout.isZero() ? WHERE_NOTHING_TIMES_OUT : lockTimeout.dividedBy(3);
            long period = Math.max(third.toMillis(), NEVER_SOONER.toMillis());
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
                    connection = connector.connect("fata, looking for blockers");
                }
                List<String> now = new Sql(connection).rows(BLOCKERS, row -> row.getString(1), pid);
                if (!now.isEmpty()) {
                    blockers = now;
                }
            } catch (SQLException | MigrationException e) {
                over = true;
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
