package com.fataplus.migrations.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.domain.schema.SchemaSnapshot;
import com.fataplus.migrations.postgres.server.PostgresServer;
import com.fataplus.migrations.postgres.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.class)
class CatalogReaderTest {
    @TestFactory
    Stream<DynamicTest> seesAChange(TestDatabase database) {
        int major = database.major();
        return SchemaChanges.all().stream()
                .filter(change -> change.since() <= major)
                .map(change -> DynamicTest.dynamicTest(change.change(), () -> sees(database, change)));
    }

    private static void sees(TestDatabase database, SchemaChange change) throws SQLException {
        try (Connection connection = database.connect()) {
            run(connection, "create schema s; set search_path = s, public; set check_function_bodies = off");
            try {
                run(connection, change.setup());
                SchemaSnapshot before = read(connection);
                run(connection, change.change());
                SchemaSnapshot after = read(connection);
                run(connection, change.undo());
                SchemaSnapshot undone = read(connection);

                assertThat(before.differencesTo(after)).anyMatch(line -> line.startsWith(change.seen()));
                assertThat(before.differencesTo(undone)).isEmpty();
            } finally {
                run(connection, "set client_min_messages = warning; drop schema s cascade");
            }
        }
    }

    static SchemaSnapshot read(Connection connection) throws SQLException {
        return CatalogReader.read(connection, "fata");
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
