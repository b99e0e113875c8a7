package com.fataplus.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.cli.TestShell.Result;
import com.fataplus.migrations.cli.command.ExitCode;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.jr.ob.JSON;

class CommandLineTest {
    private final TestShell shell = new TestShell().table("plot", "Add plots").table("sensor", "Add sensors", "plot");

    @Test
    void upgradeTellsEachStepOnStandardErrorAndTheResultOnStandardOutput() {
        Result result = shell.type("upgrade");

        assertThat(result.err()).isEqualTo("""
                        backup  backup_20261122_093000.sql  53 B in 0 ms
                        1/2 up plot  Add plots  0 ms
                        2/2 up sensor  Add sensors  0 ms
                        """);
        assertThat(result.out()).isEqualTo("""
                        upgraded 2 revisions: base -> sensor in 0 ms
                        backup before it: backup_20261122_093000.sql
                        """);
    }

    @Test
    void quietTellsOnlyTheResult() {
        Result result = shell.type("upgrade", "-q", "--no-backup");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo("upgraded 2 revisions: base -> sensor in 0 ms\n");
    }

    @Test
    void verboseTellsEachStatement() {
        assertThat(shell.type("upgrade", "plot", "-v", "--no-backup").err()).contains("1/1 create table plot (id int)");
    }

    @Test
    void ensureVersionCreatesTheLedgerOnce() {
        assertThat(shell.type("ensure-version").out()).isEqualTo("created the ledger in schema fata\n");
        assertThat(shell.type("ensure-version").out())
                .isEqualTo("nothing to do: the ledger in schema fata is up to date\n");
        assertThat(shell.database.runs(10)).isEmpty();
    }

    @Test
    void aTagIsKeptWithTheRun() {
        shell.type("upgrade", "--tag", "release 4.2");

        assertThat(shell.database.runs(1).getFirst().tag()).contains("release 4.2");
    }

    @Test
    void purgingStampForgetsTheRest() {
        shell.table("weather", "Add weather").type("upgrade");

        Result result = shell.type("stamp", "--purge", "plot");

        assertThat(result.out()).startsWith("stamped sensor, weather -> plot");
        assertThat(shell.database.ledger().heads()).containsExactly(new RevisionId("plot"));
    }

    @Test
    void dryRunPrintsSqlThatPsqlCanRead() {
        Result result = shell.type("upgrade", "plot", "--dry-run");

        assertThat(result.out()).isEqualTo("""
                        -- base -> plot, 1 step
                        --   up  plot  Add plots  1 statement
                        -- transactions: one for the run (every step is transactional)

                        -- up plot: Add plots
                        create table plot (id int);
                        """);
        assertThat(shell.database.statements()).isEmpty();
    }

    @Test
    void downgradeByOneWorksAsTyped() {
        shell.type("upgrade");

        Result result = shell.type("downgrade", "-1", "--no-backup");

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).startsWith("downgraded 1 revision: sensor -> plot");
    }

    @Test
    void downgradeTakesItsTargetAsAnOptionToo() {
        shell.type("upgrade");

        assertThat(shell.type("downgrade", "--revision", "base").out()).startsWith("downgraded 2 revisions");
    }

    @Test
    void downgradeByOptionMayBeRelative() {
        shell.type("upgrade");

        assertThat(shell.type("downgrade", "--revision", "-1").out()).startsWith("downgraded 1 revision");
    }

    @Test
    void upgradeByOneWorksAsTyped() {
        assertThat(shell.type("upgrade", "+1").out()).startsWith("upgraded 1 revision: base -> plot");
    }

    @Test
    void aBareDowngradeSuggestsOneStep() {
        Result result = shell.type("downgrade");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("fata downgrade -1");
    }

    @Test
    void createIsAnotherNameOfRevision() {
        Result result = shell.type("create", "--message", "add harvests");

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).isEqualTo("created 001.sql\n");
    }

    @Test
    void historyReadsAsAlembicPrintsIt() {
        assertThat(shell.type("history").out()).isEqualTo("""
                        plot -> sensor (head), Add sensors
                        <base> -> plot, Add plots
                        """);
    }

    @Test
    void historyMarksWhereTheDatabaseIs() {
        shell.type("upgrade", "plot");

        assertThat(shell.type("history", "-i").out()).contains("<base> -> plot (current), Add plots");
    }

    @Test
    void currentSaysBaseBeforeTheFirstRun() {
        assertThat(shell.type("current").out()).isEqualTo("base: nothing is applied\n");
    }

    @Test
    void statusIsOneScreen() {
        shell.type("upgrade", "plot");

        assertThat(shell.type("status").out()).isEqualTo("""
                        database     memory:5432/fataplus_dev, 0 B
                        server       PostgreSQL 18.6 (in memory)
                        current      plot Add plots
                        heads        sensor
                        pending      1 revision
                                     sensor Add sensors
                        last run     upgrade plot, succeeded, 2026-11-22 09:30:00 Z by farmer@laptop
                        last backup  backup_20261122_093000.sql, 53 B, 2026-11-22 09:30:00 Z
                        """);
    }

    @Test
    void validateNamesFileLineAndColumn() {
        shell.scripts.put(
                "bad.sql", "-- Bad\n--\n-- Revision: bad\n-- Revises: sensor\n\n-- migrate:up\nselect 'open;\n");

        Result result = shell.type("validate", "--offline");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.out()).contains("bad.sql:7:8: ");
    }

    @Test
    void validateReadsTheSql() {
        shell.grammar.refuse("create table");

        Result result = shell.type("validate", "--offline");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.out()).contains("plot.sql:7:1: syntax error at or near \"create table\"");
    }

    @Test
    void jsonIsOneDocumentOnStandardOutput() throws Exception {
        Map<String, Object> document =
                JSON.std.mapFrom(shell.type("upgrade", "--output", "json").out());

        assertThat(document)
                .containsEntry("command", "upgrade")
                .containsEntry("exitCode", 0)
                .containsKey("result");
    }

    @Test
    void jsonTellsFailuresInTheSameShape() throws Exception {
        Result result = shell.type("upgrade", "nowhere", "--output=json");

        Map<String, Object> document = JSON.std.mapFrom(result.out());
        assertThat(document).containsEntry("exitCode", 2).containsKey("error");
    }

    @Test
    void jsonTellsUsageErrorsToo() throws Exception {
        Result result = shell.type("upgrade", "--output", "json", "--nonsense");

        assertThat(JSON.std.mapFrom(result.out())).containsEntry("exitCode", 2);
    }

    @Test
    void withoutACommandItShowsWhatThereIs() {
        Result result = shell.type();

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("upgrade").contains("Exit codes:");
    }

    @Test
    void versionIsOurs() {
        assertThat(shell.type("--version").out()).isEqualTo("fata 0.1.0\n");
    }
}
