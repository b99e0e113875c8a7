package com.fataplus.migrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.failure.RunFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody reads a table for as long as they like, and a script wants to alter it. */
@Timeout(180)
class BusyTableTest extends PostgresScenarios {
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration LONGER_THAN_DEADLOCK_TIMEOUT = Duration.ofSeconds(3);

    private static final String IN_LINE = """
            select exists (select from pg_locks
                            where relation = 'farm'::regclass and mode = 'AccessExclusiveLock' and not granted)
            """;

    private static final String VACUUMED = """
            select exists (select from pg_stat_activity join pg_locks using (pid)
                            where backend_type = 'autovacuum worker' and relation = 'farm'::regclass
                              and mode = 'ShareUpdateExclusiveLock' and granted)
            """;

    @BeforeEach
    void createTable() {
        server().execute("create table farm (id integer); insert into farm select generate_series(1, 10000)");
    }

    /** The reader that comes later allows itself no longer wait than the script, and the server sees to it. */
    @Test
    void keepsNoOtherReaderWaitingLongerThanTheLockTimeout() throws SQLException {
        try (Connection first = server().connect();
                Connection later = server().connect()) {
            new Sql(first).run("begin; select count(*) from farm");
            new Sql(later).run("set lock_timeout = '" + LOCK_TIMEOUT.toMillis() + "ms'");
            CompletableFuture<Long> read = CompletableFuture.supplyAsync(() -> {
                await(IN_LINE);
                return ServerFailures.doing(
                        "read", () -> new Sql(later).row("select count(*) from farm", row -> row.getLong(1)));
            });

            in(session -> assertThat(refused(session, section("alter table farm add name text;", LOCK_TIMEOUT))
                            .mayPass())
                    .isTrue());

            assertThat(read.join()).isEqualTo(10_000);
        }
    }

    @Test
    void getsThroughOnceTheReaderIsDone() throws SQLException {
        try (Connection reader = server().connect()) {
            new Sql(reader).run("begin; select count(*) from farm");
            CompletableFuture<Void> end = CompletableFuture.runAsync(() -> {
                await(IN_LINE);
                ServerFailures.performing("end the reader", () -> new Sql(reader).run("rollback"));
            });

            in(session -> commit(session, section("alter table farm add name text;", Duration.ofMinutes(1))));

            end.join();
        }
    }

    /** An autovacuum gives way to whoever waits beyond deadlock_timeout, which is why some attempts are patient. */
    @Test
    void makesAnAutovacuumGiveWayToAPatientAttempt() {
        boolean naps = server().value("show autovacuum_naptime").equals("1s");
        server().execute("alter system set autovacuum_naptime = '1s'");
        server().value("select pg_reload_conf()");
        try {
            // Slow enough to be met, and due at once.
            server().execute("""
                    alter table farm set (autovacuum_vacuum_cost_delay = 100, autovacuum_vacuum_cost_limit = 1,
                                          autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0);
                    delete from farm
                    """);
            await(VACUUMED);

            in(session -> {
                RunFailure.StatementFailed failed =
                        refused(session, section("alter table farm add name text;", Duration.ofMillis(400)));
                assertThat(failed.blockers()).singleElement().asString().contains("autovacuum worker");

                commit(session, section("alter table farm add name text;", LONGER_THAN_DEADLOCK_TIMEOUT));
            });
        } finally {
            if (!naps) {
                server().execute("alter system reset autovacuum_naptime");
                server().value("select pg_reload_conf()");
            }
        }
    }

    private void await(String condition) {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
        while (!server().value(condition).equals("t")) {
            assertThat(Instant.now()).as(condition).isBefore(deadline);
        }
    }
}
