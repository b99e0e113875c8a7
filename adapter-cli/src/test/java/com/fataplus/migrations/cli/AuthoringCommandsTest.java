package com.fataplus.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.cli.TestShell.Result;
import com.fataplus.migrations.cli.command.ExitCode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

/** Commands that write or change revision files. */
class AuthoringCommandsTest {
    private static final int REFUSED = 9;

    private final TestShell shell = new TestShell()
            .table("root", "Begin")
            .table("plots", "Add plots", "root")
            .table("sensors", "Add sensors", "root");

    @Test
    void revisionRefusesSeveralHeads() {
        Result result = shell.type("revision", "-m", "add harvests");

        assertThat(result.exitCode()).isEqualTo(REFUSED);
        assertThat(result.err()).isEqualTo("""
                        error revision.several-heads
                          2 heads: plots, sensors; a new revision builds on one of them
                        fix: say which: --head plots; or join them first: fata merge
                        """);
    }

    @Test
    void revisionTakesAllItsOptions() {
        Result result = shell.type(
                "create",
                "--message",
                "add harvests",
                "--head",
                "root",
                "--splice",
                "--branch-label",
                "yields",
                "--branch-label",
                "harvest",
                "--depends-on",
                "plo",
                "--depends-on",
                "sensors",
                "--rev-id",
                "h1");

        assertThat(result.out()).as(result.err()).isEqualTo("created h1.sql\n");
        assertThat(shell.scripts.text("h1.sql").orElseThrow())
                .contains("-- Revises: root\n", "-- Depends on: plots, sensors\n", "-- Labels: harvest, yields\n");
    }

    @Test
    void mergeJoinsAllHeadsByDefault() {
        assertThat(shell.type("merge", "--rev-id", "m").out()).isEqualTo("created m.sql\n");
        assertThat(shell.type("heads").out()).isEqualTo("m (head) (mergepoint), Merge plots and sensors\n");
    }

    @Test
    void mergeTakesNamesAndAMessage() {
        shell.type("merge", "sensors", "plots", "-m", "join", "--rev-id", "m");

        assertThat(shell.scripts.text("m.sql").orElseThrow())
                .startsWith("-- join\n")
                .contains("Revises: sensors, plots");
    }

    @Test
    void mergeOfOneHeadIsRefused() {
        shell.type("merge", "--rev-id", "m");

        Result result = shell.type("merge", "heads");

        assertThat(result.exitCode()).isEqualTo(REFUSED);
        assertThat(result.err()).contains("there is one head only, m: nothing to merge");
    }

    @Test
    void rebaseSaysWhatItChanged() {
        Result result = shell.type("rebase", "sensors");

        assertThat(result.out()).as(result.err()).isEqualTo("""
                        changed sensors.sql
                          - Revises: root
                          + Revises: plots
                        on top of plots: sensors
                        """);
        assertThat(shell.type("heads").out()).isEqualTo("sensors (head), Add sensors\n");
    }

    @Test
    void rebaseSaysWhatItWouldChange() {
        assertThat(shell.type("rebase", "sensors", "--onto", "plots", "--dry-run")
                        .out())
                .startsWith("would change sensors.sql\n");
        assertThat(shell.scripts.text("sensors.sql").orElseThrow()).contains("Revises: root");
    }

    @Test
    void rebaseNeedsTheDatabaseOrAWord() {
        shell.database.faults().refuseConnections();

        assertThat(shell.type("rebase", "sensors").exitCode()).isEqualTo(REFUSED);
        assertThat(shell.type("rebase", "sensors", "--offline").exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void rebaseAnswersInJson() throws Exception {
        assertThat(result(shell.type("rebase", "sensors", "--output", "json")))
                .containsEntry("mode", "write")
                .containsEntry("revision", "sensors")
                .containsEntry("parentsBefore", List.of("root"))
                .containsEntry("parentsAfter", List.of("plots"))
                .containsEntry("moved", List.of("sensors"));
    }

    @Test
    void editOpensTheFileAndValidatesItAfterwards() {
        Result result = shell.type("edit", "plots");

        assertThat(shell.programs.calls()).containsExactly("edit plots.sql");
        assertThat(result.out()).isEqualTo("""
                        warning 2 heads: plots, sensors
                        1 file checked, no problems
                        """);
    }

    @Test
    void editTellsWhatIsWrongNow() {
        shell.programs.whileOpen(() -> shell.scripts.put(
                "plots.sql", "-- Add plots\n--\n-- Revision: plots\n-- Revises: root\n\n-- migrate:up\nselect 'x;\n"));

        Result result = shell.type("edit", "plots");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.out()).contains("plots.sql:7:8");
    }

    @Test
    void editTellsThatTheFileWasApplied() {
        shell.type("upgrade", "plots");
        shell.programs.whileOpen(() -> shell.table("plots", "Add plots and more", "root")
                .scripts
                .put("plots.sql", shell.scripts.text("plots.sql").orElseThrow().replace("id int", "id bigint")));

        Result result = shell.type("edit", "plots");

        assertThat(result.exitCode()).isEqualTo(ExitCode.CHECK_FOUND);
        assertThat(result.out()).contains("edited after they were applied: plots");
    }

    @Test
    void listTemplatesTellsWhatInitTakes() {
        assertThat(shell.type("list-templates").out()).isEqualTo("generic       one database\nenvironments  several\n");
        assertThat(shell.type("list_templates").exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void initTakesATemplate() {
        assertThat(shell.type("init", "farm", "--template", "environments").out())
                .startsWith("created farm/fata.toml as environments\n");
        assertThat(shell.type("init", "farm").out()).startsWith("created farm/fata.toml as generic\n");
    }

    @Test
    void initRefusesATemplateThatIsNotThere() {
        Result result = shell.type("init", "--template", "multidb");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("there is no template 'multidb'; there are generic, environments");
    }

    @Test
    void aPlaceholderIsANameAndAValue() {
        Result result = shell.type("upgrade", "-x", "schema");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("'-x' (NAME=VALUE)").contains("was schema");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> result(Result result) throws Exception {
        return (Map<String, Object>) JSON.std.mapFrom(result.out()).get("result");
    }
}
