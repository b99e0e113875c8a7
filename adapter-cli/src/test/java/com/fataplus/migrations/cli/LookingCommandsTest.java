package com.fataplus.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.cli.TestShell.Result;
import com.fataplus.migrations.cli.command.ExitCode;
import org.junit.jupiter.api.Test;

/** The commands that look at files, ledger and journal, and what completion asks of them. */
class LookingCommandsTest {
    private final TestShell shell = new TestShell().table("plot", "Add plots").table("sensor", "Add sensors", "plot");

    @Test
    void aRangeWhoseEndCountsDownWorksAsTyped() {
        assertThat(shell.type("history", "-r", "-1:plot").out()).isEqualTo("<base> -> plot, Add plots\n");
    }

    @Test
    void aRangeHasTwoEnds() {
        Result result = shell.type("history", "-r", "plot:sensor:plot");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("a range has one colon");
    }

    @Test
    void historyEndsAfterSoMany() {
        assertThat(shell.type("history", "-n", "1").out()).isEqualTo("plot -> sensor (head), Add sensors\n");
    }

    @Test
    void historyIsAPictureToo() {
        assertThat(shell.table("weather", "Add weather", "plot")
                        .type("history", "--graph")
                        .out())
                .isEqualTo("""
                        ●    sensor (head), Add sensors
                        │ ●  weather (head), Add weather
                        ●─╯  plot, Add plots
                        """);
    }

    @Test
    void historyListsRunsAndHowTheyEnded() {
        shell.type("upgrade", "plot");
        shell.database.faults().failOn("create table sensor");
        shell.type("upgrade", "--no-backup");

        assertThat(shell.type("history", "--runs").out()).isEqualTo("""
                        RUN  STARTED                COMMAND        OUTCOME      TOOK  BY
                        2    2026-11-22 09:30:00 Z  upgrade heads  rolled back  0 ms  farmer@laptop
                        1    2026-11-22 09:30:00 Z  upgrade plot   succeeded    0 ms  farmer@laptop
                        """);
    }

    @Test
    void historyTellsTheJournalOfARun() {
        shell.database.faults().failOn("create table sensor");
        shell.type("upgrade", "--transaction", "revision");

        assertThat(shell.type("history", "--runs", "-v").out()).isEqualTo("""
                        run 1  upgrade heads  rolled back
                          started  2026-11-22 09:30:00 Z by farmer@laptop
                          took     0 ms
                          backup   backup_20261122_093000.sql
                          up    plot    09:30:00  done
                          up    sensor  09:30:00  failed: sensor.sql:7:1: told to fail [P0001]
                          down  plot    09:30:00  done
                        """);
    }

    @Test
    void aRunIsFoundByItsTag() {
        shell.type("upgrade", "--no-backup", "--tag", "release 7");

        assertThat(shell.type("history", "--runs", "-v").out()).contains("  tag      release 7\n");
    }

    @Test
    void runsHaveNoRange() {
        assertThat(shell.type("history", "--runs", "-r", ":plot").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(shell.type("history", "--runs", "--graph").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void branchesListsWhereLinesPart() {
        assertThat(shell.table("weather", "Add weather", "plot")
                        .type("branches")
                        .out())
                .isEqualTo("""
                        plot (branchpoint), Add plots
                            -> sensor (head), Add sensors
                            -> weather (head), Add weather
                        """);
    }

    @Test
    void headsMarksWhatIsOneByParentOnly() {
        shell.dependent("season", "Add seasons", "sensor");

        assertThat(shell.type("heads").out())
                .isEqualTo("season (head), Add seasons\nsensor (effective head), Add sensors\n");
    }

    @Test
    void headsMayLeaveOutWhatOthersDependOn() {
        shell.dependent("season", "Add seasons", "sensor");

        assertThat(shell.type("heads", "--resolve-dependencies").out()).isEqualTo("season (head), Add seasons\n");
    }

    @Test
    void currentAtAllHeadsIsWellEvenWhenAHeadIsOnlyADependency() {
        shell.dependent("season", "Add seasons", "sensor").type("upgrade");

        Result result = shell.type("current", "--check-heads");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).isEqualTo("""
                        season, Add seasons
                        sensor (effective head), Add sensors
                        at all heads
                        """);
    }

    @Test
    void currentBelowTheHeadsIsAFinding() {
        shell.type("upgrade", "plot");

        Result result = shell.type("current", "--check-heads");

        assertThat(result.exitCode()).isEqualTo(ExitCode.CHECK_FOUND);
        assertThat(result.out()).isEqualTo("plot, Add plots\nnot at all heads: 1 revision pending up to sensor\n");
    }

    @Test
    void currentBeyondTheFilesIsAFindingToo() {
        shell.type("upgrade");
        shell.scripts.remove("sensor.sql");

        Result result = shell.type("current", "--check-heads");

        assertThat(result.exitCode()).isEqualTo(ExitCode.CHECK_FOUND);
        assertThat(result.out()).contains("applied, but no file defines: sensor");
    }

    @Test
    void currentNeedsNoFile() {
        shell.type("upgrade");
        shell.scripts.put("broken.sql", "nonsense");

        assertThat(shell.type("current").exitCode()).isZero();
        assertThat(shell.type("current", "--check-heads").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void completionAsksForRevisionsLabelsAndSymbolsNewestFirst() {
        shell.scripts.put(
                "labelled.sql",
                "-- Add crops\n--\n-- Revision: crop\n-- Revises: sensor\n-- Labels: harvests\n\n-- migrate:up\nselect 1;\n");

        assertThat(shell.type("__complete", "revisions").out()).isEqualTo("""
                        crop:Add crops
                        harvests:Add crops
                        sensor:Add sensors
                        plot:Add plots
                        head:the newest revision
                        heads:all newest revisions
                        base:before the first revision
                        current:where the database is
                        """);
    }

    @Test
    void completionAsksForBackupsWithoutADatabase() {
        shell.type("backup", "create");

        assertThat(shell.type("__complete", "backups").out()).isEqualTo("backup_20261122_093000.sql:backup\n");
    }

    @Test
    void whatCompletionAsksIsNoCommandForPeople() {
        assertThat(shell.type("--help").out()).contains("completion").doesNotContain("__complete");
    }

    @Test
    void showOfBaseSaysThatItIsNoRevision() {
        assertThat(shell.type("show", "base").out()).isEqualTo("base: the place before the first revision\n");
    }

    @Test
    void showOfCurrentBeforeTheFirstRunSaysSo() {
        assertThat(shell.type("show", "current").out()).isEqualTo("base: nothing is applied\n");
    }

    @Test
    void showNamesTheFileAndTheParents() {
        assertThat(shell.type("show", "heads").out()).isEqualTo("""
                        Rev: sensor (head)
                        Parent: plot
                        Path: sensor.sql

                            Add sensors
                        """);
    }
}
