package com.fataplus.migrations.postgres.catalog;

import static com.fataplus.migrations.postgres.catalog.CatalogReaderTest.read;
import static com.fataplus.migrations.postgres.catalog.CatalogReaderTest.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.domain.schema.SchemaSnapshot;
import com.fataplus.migrations.postgres.server.EveryMajor;
import com.fataplus.migrations.postgres.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** All kinds of object at once, each in a schema of its own. */
@ClassTemplate
@ExtendWith(EveryMajor.class)
class CatalogOnEveryMajorTest {
    private Connection connection;
    private List<SchemaChange> changes;

    @BeforeEach
    void connect(TestDatabase database) throws SQLException {
        int major = database.major();
        connection = database.connect();
        changes = SchemaChanges.all().stream()
                .filter(change -> change.since() <= major)
                .toList();
        run(connection, "set check_function_bodies = off; set client_min_messages = warning");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void readsTheSameTwice() throws SQLException {
        changeAll();

        assertThat(read(connection)).isEqualTo(read(connection));
        undoAll();
    }

    @Test
    void readsTheSameAfterUpAndDown() throws SQLException {
        SchemaSnapshot before = read(connection);

        changeAll();
        assertThat(before.differencesTo(read(connection))).hasSizeGreaterThan(changes.size());
        undoAll();

        assertThat(before.differencesTo(read(connection))).isEmpty();
    }

    /** Object identifiers are new then. */
    @Test
    void readsTheSameOfObjectsThatWereMadeAgain() throws SQLException {
        changeAll();
        SchemaSnapshot first = read(connection);

        undoAll();
        changeAll();

        assertThat(first.differencesTo(read(connection))).isEmpty();
        undoAll();
    }

    private void changeAll() throws SQLException {
        for (int i = 0; i < changes.size(); i++) {
            run(connection, "create schema s; set search_path = s, public");
            run(connection, changes.get(i).setup());
            run(connection, changes.get(i).change());
            run(connection, "alter schema s rename to s" + i);
        }
    }

    private void undoAll() throws SQLException {
        for (int i = changes.size() - 1; i >= 0; i--) {
            run(connection, "alter schema s" + i + " rename to s; set search_path = s, public");
            run(connection, changes.get(i).undo());
            run(connection, "drop schema s cascade");
        }
        run(connection, SchemaChanges.CLEAN_UP);
    }
}
