package com.fataplus.migrations.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.class)
class PostgresServerTest {
    private TestDatabase early;

    @BeforeEach
    void takeDatabase(TestDatabase database) {
        early = database;
    }

    @RepeatedTest(2)
    void givesEachTestAnEmptyDatabase(TestDatabase database) {
        database.execute("create table farm ()");
        assertThat(database.value("select count(*) from pg_class where relname = 'farm'"))
                .isEqualTo("1");
    }

    @Test
    void givesOneDatabaseToAllPartsOfATest(TestDatabase database) {
        assertThat(database).isSameAs(early);
    }

    @Test
    void asksRolesForTheirPassword(TestDatabase database) {
        var role = database.createRole("");
        try (var connection = database.connect(role)) {
            assertThat(connection.getMetaData().getUserName()).isEqualTo(role.user());
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void seesASessionLeftOpen(TestDatabase database) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(7)");
            assertThat(database.leaks(Duration.ZERO))
                    .anyMatch(leak -> leak.startsWith("session"))
                    .anyMatch(leak -> leak.startsWith("advisory lock 0/7"));
        }
    }
}
