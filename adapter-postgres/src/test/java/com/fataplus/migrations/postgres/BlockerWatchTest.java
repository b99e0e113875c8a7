package com.fataplus.migrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.failure.RunFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlockerWatchTest extends PostgresScenarios {
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
}
