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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.postgresql.PGConnection;

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

    @Test
    void leavesOutWhatIsNotTheUsers(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            SchemaSnapshot before = read(connection);

            run(connection, "create schema fata; create table fata.revision (); comment on table fata.revision is 'x'");
            run(connection, "create extension hstore; comment on function hstore_to_json(hstore) is 'x'");
            run(connection, "create temporary table scrap (id serial)");

            assertThat(before.differencesTo(read(connection)))
                    .containsExactly("added: comment on extension hstore", "added: extension hstore");
        }
    }

    @Test
    void readsTheSameWhateverTheSessionIsSetTo(TestDatabase database) throws SQLException {
        database.execute("""
                create table farm (since timestamptz default '2026-11-22 09:30:00+03', size float8 default 0.1,
                                   pause interval default '1 day 2 hours', photo bytea default '\\x00ff');
                create table day (at timestamptz) partition by range (at);
                create table monday partition of day for values from ('2026-11-23 00:00+03') to ('2026-11-24 00:00+03');
                create view farms as select * from farm where since < '2026-01-01 00:00+00';
                """);
        try (Connection plain = database.connect();
                Connection odd = database.connect()) {
            run(
                    odd,
                    "set timezone = 'Indian/Antananarivo'; set datestyle = 'ISO, DMY'; set intervalstyle = 'iso_8601'");
            run(odd, "set bytea_output = 'escape'; set extra_float_digits = -5; set quote_all_identifiers = on");
            run(odd, "set search_path = pg_catalog, public, pg_temp");

            assertThat(read(plain).differencesTo(read(odd))).isEmpty();
        }
    }

    @Test
    void leavesTheSessionAsItWas(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            run(connection, "set search_path = pg_catalog");
            read(connection);

            run(connection, "do $$ begin assert current_setting('search_path') = 'pg_catalog'; end $$");
            run(connection, "create table public.farm ()");
            assertThat(database.value("select state from pg_stat_activity where pid = "
                            + ((PGConnection) connection).getBackendPID()))
                    .isEqualTo("idle");
        }
    }

    @Test
    void tellsNoPasswords(TestDatabase database) throws SQLException {
        database.execute("create foreign data wrapper pipe; create server mill foreign data wrapper pipe;"
                + " create user mapping for public server mill options (user 'miller', password 'correct horse')");
        try (Connection connection = database.connect()) {
            assertThat(read(connection).definitions().toString())
                    .contains("user mapping for public on server mill")
                    .doesNotContain("correct horse");
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
