package com.fataplus.migrations.postgres;

import static com.fataplus.migrations.application.port.DatabaseScenarios.begin;
import static com.fataplus.migrations.application.port.DatabaseScenarios.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.LedgerConfig;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.RunFailure;
import com.fataplus.migrations.application.failure.ServerFailure;
import com.fataplus.migrations.application.port.LockRequest;
import com.fataplus.migrations.application.port.MigrationSession;
import com.fataplus.migrations.postgres.server.PgBouncer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real pooler lies between us and the server. */
@Timeout(60)
class PgBouncerTest extends PostgresScenarios {
    private static final LockRequest AT_ONCE = new LockRequest(Duration.ZERO, "upgrade");

    /** A run needs two sessions, and the next clients get just these. */
    private static final Map<String, String> BY_SESSION = Map.of("pool_mode", "session", "default_pool_size", "2");

    /** A script that leaves in its session whatever a script can. */
    private static final String LITTER = """
            create temporary table scrap ();
            prepare question as select 1;
            declare held cursor with hold for select 1;
            listen anything;
            select pg_advisory_lock(42);
            set search_path = pg_catalog;
            set work_mem = '7MB';
            set role pg_monitor;
            """;

    /** What is left of it in the session that looks. */
    private static final String LEFT = """
            select 'temporary table' where to_regclass('pg_temp.scrap') is not null
            union all select 'prepared statement' from pg_prepared_statements where name = 'question'
            union all select 'cursor' from pg_cursors where name = 'held'
            union all select 'channel ' || channel from pg_listening_channels() as channel
            union all select 'lock ' || objid from pg_locks
                       where locktype = 'advisory'
                         and database = (select oid from pg_database where datname = current_database())
            union all select name || ' = ' || setting from pg_settings
                       where source = 'session'
                         and name not in ('application_name', 'client_encoding', 'DateStyle', 'TimeZone', 'role',
                                          'session_authorization', 'standard_conforming_strings',
                                          'transaction_isolation', 'transaction_read_only', 'transaction_deferrable')
            union all select 'role ' || current_setting('role') where current_setting('role') <> 'none'
            """;

    @Test
    void givesASessionThatIsOurs() throws IOException {
        through(BY_SESSION, database -> {
            try (MigrationSession session = open(database)) {
                begin(session);
                commit(session, section("create table farm (id integer);"));
            }
        });

        assertThat(server().value("select count(*) from farm")).isEqualTo("0");
    }

    @Test
    void letsNobodyElseHaveTheLock() throws IOException {
        through(BY_SESSION, database -> {
            try (MigrationSession session = open(database)) {
                assertThat(failure(ServerFailure.LockHeld.class, () -> open(AT_ONCE))
                                .holder()
                                .application())
                        .isEqualTo("fata upgrade");
                assertThat(session.ledger().applied()).isEmpty();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction", "statement"})
    void isRefusedWhereClientsShareSessions(String mode) throws IOException {
        through(Map.of("pool_mode", mode), database -> {
            long start = System.nanoTime();
            ServerFailure.CannotConnect failure = failure(ServerFailure.CannotConnect.class, () -> open(database));

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            assertThat(failure.reason()).contains("pooler", "pool_mode");
            assertThat(failure.remedy()).get().asString().contains("address of the server itself");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction", "statement"})
    void isReadThroughWhicheverWayItPools(String mode) throws IOException {
        in(session -> begin(session));

        through(
                Map.of("pool_mode", mode),
                database -> assertThat(database.runs(10)).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"transaction", "statement"})
    void findsNothingOfUsInSharedSessions(String mode) throws IOException, SQLException {
        try (PgBouncer pooler = PgBouncer.start(server().config(), Map.of("pool_mode", mode))) {
            failure(ServerFailure.CannotConnect.class, () -> open(database(pooler)));

            assertThat(left(pooler)).isEmpty();
        }
    }

    @Test
    void isRefusedWhereSessionsAreHandedOnAsTheyAre() throws IOException, SQLException {
        try (PgBouncer pooler =
                PgBouncer.start(server().config(), Map.of("pool_mode", "session", "server_reset_query", ""))) {
            ServerFailure.CannotConnect failure =
                    failure(ServerFailure.CannotConnect.class, () -> open(database(pooler)));

            assertThat(failure.reason()).contains("server_reset_query is empty");
            assertThat(failure.remedy()).get().asString().contains("server_reset_query = DISCARD ALL");
            assertThat(left(pooler)).isEmpty();
        }
    }

    @Test
    void isRefusedWhereItHasOneSessionOnly() throws IOException {
        through(Map.of("pool_mode", "session", "default_pool_size", "1"), database -> {
            ServerFailure.CannotConnect failure = failure(ServerFailure.CannotConnect.class, () -> open(database));

            assertThat(failure.reason()).contains("no second session");
            assertThat(failure.remedy()).get().asString().contains("pool_size");
        });
    }

    @Test
    void takesNoOptions() throws IOException {
        try (PgBouncer pooler = PgBouncer.start(server().config(), Map.of())) {
            ServerFailure.CannotConnect failure = failure(
                    ServerFailure.CannotConnect.class,
                    database(pooler.config(Map.of("options", "-c work_mem=7MB")))::ledger);

            assertThat(failure.reason()).contains("unsupported startup parameter: options");
            assertThat(failure.remedy()).get().asString().contains("leave out the connection parameter options");
        }
    }

    @Test
    void mayIgnoreOurOptions() throws IOException {
        through(Map.of("pool_mode", "session", "ignore_startup_parameters", "options"), database -> {
            try (MigrationSession session = open(database)) {
                commit(session, section("""
                                do $$ begin
                                    assert current_setting('client_connection_check_interval') = '2s';
                                    assert current_setting('idle_session_timeout') = '0';
                                    assert current_setting('application_name') = 'fata upgrade';
                                end $$;
                                """));
            }
        });
    }

    @Test
    void getsItsSessionBackAsItWas() throws IOException, SQLException {
        try (PgBouncer pooler = PgBouncer.start(server().config(), BY_SESSION)) {
            try (MigrationSession session = open(database(pooler))) {
                commit(session, section(LITTER));
                alone(session, section(LITTER));
            }

            assertThat(left(pooler)).isEmpty();
        }
    }

    @Test
    void getsItsSessionBackAsItWasAfterAFailure() throws IOException, SQLException {
        try (PgBouncer pooler = PgBouncer.start(server().config(), BY_SESSION)) {
            try (MigrationSession session = open(database(pooler))) {
                refused(session, section(LITTER + "select 1 / 0;"));
                failure(RunFailure.StatementFailed.class, () -> alone(session, section(LITTER + "select 1 / 0;")));
            }

            assertThat(left(pooler)).isEmpty();
        }
    }

    @Test
    void passesOnThatARunIsToStop() throws IOException, SQLException {
        try (PgBouncer pooler = PgBouncer.start(server().config(), BY_SESSION)) {
            CompletableFuture<Void> signal = onceAsleep(() -> cancellation().cancel("SIGTERM"));
            try (MigrationSession session = open(database(pooler))) {
                failure(RunFailure.Cancelled.class, () -> commit(session, section(LITTER + "select pg_sleep(50);")));
            }
            signal.join();

            assertThat(left(pooler)).isEmpty();
        }
    }

    /** The server looks every two seconds whether its client is still there, even in the middle of a statement. */
    @Test
    void mayDieInTheMiddleOfARun() throws IOException {
        try (PgBouncer pooler = PgBouncer.start(server().config(), BY_SESSION)) {
            CompletableFuture<Void> crash = onceAsleep(() -> kill(pooler));
            try (MigrationSession session = open(database(pooler))) {
                failure(
                        ServerFailure.ConnectionLost.class,
                        () -> commit(session, section("create table farm (id integer);\nselect pg_sleep(50);")));
            }
            crash.join();
        }

        open(new LockRequest(LONG, "upgrade")).close();
        assertThat(server().value("select to_regclass('farm') is null")).isEqualTo("t");
    }

    private void through(Map<String, String> settings, Consumer<PostgresDatabase> scenario) throws IOException {
        try (PgBouncer pooler = PgBouncer.start(server().config(), settings)) {
            scenario.accept(database(pooler));
        }
    }

    private static PostgresDatabase database(PgBouncer pooler) {
        return database(pooler.config());
    }

    private static PostgresDatabase database(ConnectionConfig config) {
        return new PostgresDatabase(config, new LedgerConfig("fata"), CLOCK);
    }

    private MigrationSession open(PostgresDatabase database) {
        return database.openSession(AT_ONCE, new RunContext(events()::add, cancellation()));
    }

    /** What the next clients of the pooler find, in as many sessions as it has. */
    private static List<String> left(PgBouncer pooler) throws SQLException {
        Connector connector = new Connector(pooler.config());
        try (Connection next = connector.connect("the next client");
                Connection another = connector.connect("another client")) {
            List<String> left = new Sql(next).rows(LEFT, row -> row.getString(1));
            left.addAll(new Sql(another).rows(LEFT, row -> row.getString(1)));
            return left;
        }
    }

    private static void kill(PgBouncer pooler) {
        try {
            pooler.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Once something of ours runs; the test itself waits for it, so there is a deadline. */
    private CompletableFuture<Void> onceAsleep(Runnable action) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        return CompletableFuture.runAsync(() -> {
            while (server().values("select 1 from pg_stat_activity where datname = current_database()"
                                    + " and query like 'select pg_sleep(%'")
                            .isEmpty()
                    && Instant.now().isBefore(end)) {
                Thread.onSpinWait();
            }
            action.run();
        });
    }
}
