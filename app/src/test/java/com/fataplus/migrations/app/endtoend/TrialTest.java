package com.fataplus.migrations.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.app.FataInProcess;
import com.fataplus.migrations.app.FataInProcess.Result;
import com.fataplus.migrations.postgres.server.PostgresServer;
import com.fataplus.migrations.postgres.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.jr.ob.JSON;

@ExtendWith(PostgresServer.class)
class TrialTest {
    private TestDatabase database;
    private FataInProcess fata;

    @BeforeEach
    void openFolder(TestDatabase given, @TempDir Path folder) {
        database = given;
        fata = FataInProcess.in(folder, database.config()).table("a", "").table("b", "a");
    }

    @Test
    void provesThatTheRunWouldSucceedAndThatNothingChanged() {
        Result result = fata.type("upgrade", "--trial");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out())
                .startsWith("would succeed: 2 revisions, base -> b")
                .contains("schema verified equal");
        assertThat(database.value("select count(*) from pg_class where relname in ('a', 'b')"))
                .isEqualTo("0");
        assertThat(database.values("select id from fata.run")).isEmpty();
        assertThat(fata.type("backup", "list").out()).doesNotContain("backup_");
    }

    @Test
    void triesTheWayDownToo() {
        fata.type("upgrade", "--no-backup");

        Result result = fata.type("downgrade", "base", "--trial");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(database.values("select id from fata.revision order by id")).containsExactly("a", "b");
    }

    @Test
    void saysWhereTheRunWouldFail() throws Exception {
        fata.revision("c", "b", "-- migrate:up\nselect 1;\nselect nothing;\n-- migrate:down\n");

        Result result = fata.type("upgrade", "--trial", "--output", "json");

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err()).contains("c.sql:8:8").contains("the trial was rolled back, schema verified equal");
        Map<?, ?> error = (Map<?, ?>) JSON.std.mapFrom(result.out()).get("error");
        Map<?, ?> cause = (Map<?, ?>) ((Map<?, ?>) error.get("details")).get("cause");
        assertThat(cause.get("line")).isEqualTo(8);
        assertThat(database.values("select relname from pg_class where relname = 'a'"))
                .isEmpty();
    }

    @Test
    void refusesWhatCannotBeRolledBack() {
        fata.revision(
                "i", "b", "-- migrate:up transaction:false\ncreate index concurrently i on a (id);\n-- migrate:down\n");

        Result result = fata.type("upgrade", "--trial");

        assertThat(result.exitCode()).isEqualTo(9);
        assertThat(result.err()).contains("i.sql").contains("fix: ");
        assertThat(fata.type("upgrade", "b", "--trial").exitCode()).isZero();
    }

    @Test
    void noticesWhenSomebodyElseChangesTheSchemaMeanwhile() throws Exception {
        fata.revision("c", "b", "-- migrate:up\nselect pg_advisory_xact_lock(4711);\n-- migrate:down\n");
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(4711)");
            CompletableFuture<Result> trial =
                    CompletableFuture.supplyAsync(() -> fata.type("upgrade", "--trial", "--lock-timeout", "60s"));
            awaitWaiting();

            statement.execute("create table meanwhile (id int)");
            statement.execute("select pg_advisory_unlock(4711)");

            assertThat(trial.join().exitCode()).isEqualTo(5);
            assertThat(trial.join().err()).contains("meanwhile").contains("somebody else");
        }
    }

    @Test
    void takesOptionsThatItCanHeedOnly() {
        for (String[] options : new String[][] {
            {"--tag", "x"}, {"--transaction", "revision"}, {"--on-failure", "stop"}, {"--sql"}, {"--dry-run"}
        }) {
            String[] words = Stream.concat(Stream.of("upgrade", "--trial"), Stream.of(options))
                    .toArray(String[]::new);

            assertThat(fata.type(words).exitCode()).as(options[0]).isEqualTo(2);
        }
    }

    private void awaitWaiting() {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (database.value("""
                        select count(*) from pg_locks
                         where locktype = 'advisory' and not granted
                           and database = (select oid from pg_database where datname = current_database())
                        """).equals("0")) {
            assertThat(Instant.now()).as("the trial waits").isBefore(deadline);
        }
    }
}
