package com.fataplus.migrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.application.failure.RunFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatementWatchTest extends PostgresScenarios {
    @BeforeEach
    void createTable() {
        server().execute("create table farm (id integer)");
    }

    @Test
    void namesWhoIsInTheWay() throws SQLException {
        try (Connection reader = server().connect();
                Statement statement = reader.createStatement()) {
            statement.execute("set application_name = 'nightly report'; begin; select * from farm");
            in(session -> {
                RunFailure.StatementFailed failed =
                        refused(session, section("alter table farm add name text;", Duration.ofMillis(500)));

                assertThat(failed.error().sqlState()).isEqualTo("55P03");
                assertThat(failed.mayPass()).isTrue();
                assertThat(failed.blockers())
                        .singleElement()
                        .asString()
                        .matches(
                                "pid \\d+ \\(user \\S+, application nightly report, idle in transaction since \\d{4}-.*\\)");
                assertThat(failed.summary()).contains("blocked by pid ");
            });
        }
    }

    @Test
    void goesOnceTheStatementIsDone() throws SQLException {
        try (Connection reader = server().connect();
                Statement statement = reader.createStatement()) {
            statement.execute("begin; select * from farm");
            in(session -> {
                refused(session, section("alter table farm add name text;", Duration.ofMillis(300)));

                assertThat(server().value("select count(*) from pg_stat_activity"
                                + " where application_name like 'fata, %' and datname = current_database()"))
                        .isEqualTo("0");
            });
        }
    }

    @Test
    void namesNobodyWhereNobodyIsInTheWay() {
        in(session -> assertThat(refused(session, section("select pg_sleep(0.3), 1 / 0;", Duration.ofMillis(100)))
                        .blockers())
                .isEmpty());
    }

    @Test
    void tellsWhoIsInTheWayWhileTheWaitLasts() throws SQLException {
        try (Connection reader = server().connect();
                Statement statement = reader.createStatement()) {
            statement.execute("begin; select * from farm");
            in(session -> {
                refused(session, section("alter table farm add name text;", Duration.ofSeconds(4)));

                assertThat(events(MigrationEvent.StatementBlocked.class))
                        .singleElement()
                        .satisfies(blocked -> {
                            assertThat(blocked.excerpt()).isEqualTo("alter table farm add name text");
                            assertThat(blocked.waited()).isGreaterThan(Duration.ofSeconds(1));
                            assertThat(blocked.blockers())
                                    .singleElement()
                                    .asString()
                                    .contains("the test itself");
                        });
            });
        }
    }

    @Test
    void saysNothingAboutShortWaits() throws SQLException {
        try (Connection reader = server().connect();
                Statement statement = reader.createStatement()) {
            statement.execute("begin; select * from farm");
            in(session -> {
                refused(session, section("alter table farm add name text;", Duration.ofMillis(500)));

                assertThat(events(MigrationEvent.StatementBlocked.class)).isEmpty();
            });
        }
    }

    @Test
    void tellsHowFarAnIndexIs() {
        server().execute("""
                create function slow(id integer) returns integer immutable language plpgsql
                    as $$ begin perform pg_sleep(0.01); return id; end $$;
                insert into farm select generate_series(1, 100);
                """);
        in(session -> {
            commit(session, section("create index farm_slow on farm (slow(id));", Duration.ofMillis(150)));

            assertThat(events(MigrationEvent.StatementAdvanced.class))
                    .isNotEmpty()
                    .allSatisfy(advanced -> {
                        assertThat(advanced.excerpt()).startsWith("create index farm_slow");
                        assertThat(advanced.phase()).startsWith("building index");
                        assertThat(advanced.done()).isBetween(0L, advanced.total());
                    });
        });
    }

    private <T extends MigrationEvent> List<T> events(Class<T> type) {
        return events().stream().filter(type::isInstance).map(type::cast).toList();
    }
}
