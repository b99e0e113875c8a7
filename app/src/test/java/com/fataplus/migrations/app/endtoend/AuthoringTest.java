package com.fataplus.migrations.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.app.FataInProcess;
import com.fataplus.migrations.app.FataInProcess.Result;
import com.fataplus.migrations.postgres.server.PostgresServer;
import com.fataplus.migrations.postgres.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Files as their authors write them, and what a server makes of them. */
@ExtendWith(PostgresServer.class)
class AuthoringTest {
    private TestDatabase database;
    private FataInProcess fata;
    private Path folder;

    @BeforeEach
    void openFolder(TestDatabase given, @TempDir Path directory) {
        database = given;
        folder = directory;
        fata = FataInProcess.in(directory, database.config());
    }

    @Test
    void theStoryOfTwoBranches() {
        fata.table("root", "");
        succeeds("upgrade", "--no-backup");
        fata.table("plots", "root").table("sensors", "root");
        fata.set("FATA_SCRIPTS_REV_ID", "sequential");

        assertThat(fata.type("upgrade", "head").exitCode()).isEqualTo(9);
        succeeds("rebase", "sensors");
        succeeds("upgrade", "head", "--no-backup");
        succeeds("revision", "-m", "add weather", "--head", "root", "--splice", "--branch-label", "weather");
        succeeds("merge");
        succeeds("upgrade", "--no-backup");

        assertThat(database.values("select id from fata.revision order by position"))
                .containsExactly("root", "plots", "sensors", "001", "002");
        assertThat(fata.type("rebase", "001", "--onto", "sensors").err()).contains("001, 002 are applied");
    }

    @Test
    void aRevisionGoesDownWithTheValuesItWentUpWith() {
        fata.write("migrations/fata.toml", "[placeholders]\nschema = \"farm\"\n");
        fata.revision("a", "", """
                -- migrate:up
                create schema ${schema};
                create function ${schema}.f() returns text language sql as $$ select '${unnamed} ${schema}'::text $$;
                -- migrate:down
                drop function ${schema}.f();
                drop schema ${schema};
                """);

        succeeds("upgrade", "--no-backup", "-x", "schema=ranch");
        assertThat(database.value("select ranch.f()")).isEqualTo("${unnamed} ranch");
        assertThat(fata.type("status").out()).doesNotContain("edited");
        assertThat(succeeds("downgrade", "base", "--dry-run").out()).contains("drop schema ranch");
        succeeds("downgrade", "base", "--no-backup");

        assertThat(database.values("select nspname from pg_namespace where nspname in ('farm', 'ranch')"))
                .isEmpty();
    }

    @Test
    void anErrorIsToldWhereTheFileHasIt() {
        fata.write("migrations/fata.toml", "[placeholders]\nname = \"a_name_much_longer_than_its_placeholder\"\n");
        fata.revision(
                "a",
                "",
                "-- migrate:up\ncreate table ${name} (id int);\nselect 1 from ${name} where nonsense = 1;\n-- migrate:down\n");

        Result result = fata.type("upgrade", "--no-backup");

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err())
                .contains("a.sql:8:29")
                .contains("    select 1 from ${name} where nonsense = 1;\n" + " ".repeat(4 + 28) + "^\n");
    }

    @Test
    void aPlaceholderWithoutAValueStopsTheRunBeforeItBegins() {
        fata.write("migrations/fata.toml", "[placeholders]\nschema = \"farm\"\n");
        fata.revision("a", "", "-- migrate:up\ncreate schema ${shema};\n-- migrate:down\n");

        Result result = fata.type("upgrade");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("a.sql:7:15", "${shema} has no value", "did you mean ${schema}?");
    }

    @Test
    void revisionsOfSeveralFoldersAreOneHistory() throws IOException {
        Files.createDirectories(folder.resolve("billing/versions"));
        fata.write("migrations/fata.toml", "[scripts]\nversions = [\"versions\", \"../billing/versions\"]\n");
        fata.table("plots", "");

        assertThat(fata.type("revision", "-m", "add invoices", "--head", "base").err())
                .contains("--version-path migrations/versions");
        Result created = succeeds(
                "revision",
                "-m",
                "add invoices",
                "--head",
                "base",
                "--version-path",
                "billing/versions",
                "--rev-id",
                "invoices");
        succeeds("upgrade", "--no-backup");

        assertThat(created.out()).isEqualTo("created billing/versions/invoices_add_invoices.sql\n");
        assertThat(database.values("select id from fata.revision")).containsExactlyInAnyOrder("plots", "invoices");
    }

    @Test
    void hooksShowWhatTheySayAndStopAtTheFirstFailure() {
        fata.write("migrations/fata.toml", """
                [hooks]
                note = ["sh", "-c", "echo 'select 1;' >> \\"$1\\"; echo noted", "-", "{file}"]
                check = ["false"]
                """);

        Result result = fata.type("revision", "-m", "add plots", "--rev-id", "plots");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err())
                .contains("note  noted\n")
                .contains("migrations/versions/plots_add_plots.sql was written and stays, but hook 'check' failed:"
                        + " it ended with exit code 1");
        assertThat(folder.resolve("migrations/versions/plots_add_plots.sql"))
                .content()
                .endsWith("select 1;\n");
    }

    @Test
    void anEditorNeedsATerminal() {
        fata.table("plots", "").set("EDITOR", "true");

        Result result = fata.type("edit", "plots");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("an editor needs a terminal");
    }

    @Test
    void anEnvironmentIsAnotherDatabase() {
        fata.write(
                "migrations/fata.toml",
                "[environments.test.ledger]\nschema = \"journal\"\n[environments.live.ledger]\nschema = \"fata\"\n");
        fata.table("plots", "");

        succeeds("upgrade", "--no-backup", "--env", "test");

        assertThat(database.values("select id from journal.revision")).containsExactly("plots");
        assertThat(fata.type("status", "--env", "tets").err())
                .contains("there is no environment 'tets'; did you mean 'test'?; fata.toml has test, live");
        assertThat(fata.type("--env", "test", "config").out()).contains("(test)");
    }

    private Result succeeds(String... arguments) {
        Result result = fata.type(arguments);
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result;
    }
}
