package com.fataplus.migrations.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.app.FataInProcess;
import com.fataplus.migrations.app.FataInProcess.Result;
import com.fataplus.migrations.postgres.server.PostgresServer;
import com.fataplus.migrations.postgres.server.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What {@code fata validate} finds with a real server at hand, and that it leaves nothing there. */
@ExtendWith(PostgresServer.class)
class ValidateTest {
    @TempDir
    private Path folder;

    private TestDatabase database;
    private FataInProcess fata;

    @BeforeEach
    void connect(TestDatabase given) {
        database = given;
        fata = FataInProcess.in(folder, database.config());
    }

    @Test
    void pointsAtANameThatDoesNotExist() {
        fata.table("a", "")
                .revision("b", "a", "-- migrate:up\nselect 1;\nalter table a\n  drop hectares;\n-- migrate:down\n");

        Result result = fata.type("validate");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEqualTo("""
                error migrations/versions/b.sql:8:1: column "hectares" of relation "a" does not exist [42703]
                  alter table a
                  ^
                2 files checked, 1 problem
                """);
        assertThat(scratches()).isEmpty();
        assertThat(database.values("select 1 from pg_namespace where nspname = 'fata'"))
                .isEmpty();
    }

    @Test
    void pointsAtATypeThatDoesNotExist() {
        fata.revision("a", "", "-- migrate:up\ncreate table a (b nonsense);\n-- migrate:down\ndrop table a;\n");

        Result result = fata.type("validate");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out())
                .contains("a.sql:7:19: type \"nonsense\" does not exist [42704]", "\n                    ^");
    }

    @Test
    void findsNothingWrongWithAHistoryThatRuns() {
        fata.table("a", "").table("b", "a");
        fata.type("upgrade", "a", "--no-backup");

        Result result = fata.type("validate");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEqualTo("2 files checked, no problems\n");
        assertThat(scratches()).isEmpty();
    }

    @Test
    void doesNotCallWrongWhatStandsOnTablesThatWereThereBefore() {
        database.execute("create table legacy (id int)");
        fata.revision("a", "", "-- migrate:up\nalter table legacy add b int;\n-- migrate:down\nselect 1;\n");

        Result result = fata.type("validate");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("warning not checked: names and types in migrations/versions/a.sql: ");
    }

    @Test
    void doesWithoutADatabaseThatCannotBeReached() {
        fata.set("POSTGRES_PORT", "1").table("a", "");

        Result result = fata.type("validate");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("warning not checked: against the database: cannot connect to ");
    }

    @Test
    void doesWithoutAScratchDatabaseThatCannotBeHad() {
        FataInProcess.environmentFor(database.createRole("")).forEach(fata::set);
        fata.table("a", "");

        Result result = fata.type("validate");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("warning not checked: names and types: ", "may not create databases");
    }

    @Test
    void failsWhereAScratchDatabaseMustBeAndCannot() {
        FataInProcess.environmentFor(database.createRole("")).forEach(fata::set);
        fata.table("a", "");

        Result result = fata.type("validate", "--scratch", "always");

        assertThat(result.exitCode()).isEqualTo(9);
        assertThat(result.err()).contains("may not create databases", "createdb");
    }

    @Test
    void cannotAskADatabaseOffline() {
        assertThat(fata.type("validate", "--offline", "--scratch", "always").exitCode())
                .isEqualTo(2);
    }

    @Test
    void dropsTheScratchDatabaseWhenKilledGently() throws Exception {
        fata.revision("a", "", "-- migrate:up\nselect pg_sleep(9);\n-- migrate:down\nselect 1;\n");
        FataProcess process = FataProcess.start(folder, database.config(), "validate");
        awaitSleep();

        process.signal("TERM");

        assertThat(process.exitCode()).as(process.err()).isEqualTo(143);
        assertThat(scratches()).isEmpty();
    }

    private void awaitSleep() {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        String asleep = "select 1 from pg_stat_activity where query like 'select pg_sleep(9)%' and state = 'active'";
        while (database.values(asleep).isEmpty()) {
            assertThat(Instant.now()).isBefore(end);
        }
    }

    private List<String> scratches() {
        return database.values("select datname from pg_database where starts_with(datname, 'fata_scratch_')");
    }
}
