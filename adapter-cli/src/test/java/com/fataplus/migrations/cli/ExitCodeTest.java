package com.fataplus.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.failure.FailureKind;
import com.fataplus.migrations.application.failure.LockHolder;
import com.fataplus.migrations.cli.command.ExitCode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One test for each line of the exit table. */
class ExitCodeTest {
    private final TestShell shell = new TestShell().table("plot", "Add plots").table("sensor", "Add sensors", "plot");

    @Test
    void zeroWhenAllIsWell() {
        assertThat(shell.type("upgrade").exitCode()).isZero();
    }

    @Test
    void twoForANameThatLeadsNowhere() {
        assertThat(shell.type("upgrade", "nowhere").exitCode()).isEqualTo(2);
    }

    @Test
    void twoForABrokenConfiguration() {
        assertThat(shell.type("status", "--config", "gone.toml").exitCode()).isEqualTo(2);
    }

    @Test
    void threeWhenAnAppliedFileWasEdited() {
        shell.type("upgrade");
        shell.table("plot", "Add plots");
        shell.scripts.put(
                "plot.sql",
                "-- Add plots\n--\n-- Revision: plot\n-- Revises:\n\n-- migrate:up\nselect 1;\n-- migrate:down\nselect 2;\n");

        assertThat(shell.type("validate").exitCode()).isEqualTo(3);
    }

    @Test
    void fourWhenARunFailedAndWasTakenBack() {
        shell.database.faults().failOn("create table sensor");

        assertThat(shell.type("upgrade").exitCode()).isEqualTo(4);
    }

    @Test
    void fiveWhenARunFailedAndAPersonIsNeeded() {
        shell.database.faults().failOn("create table sensor");
        shell.database.faults().failOn("drop table plot");

        assertThat(shell.type("upgrade", "--transaction", "revision").exitCode())
                .isEqualTo(5);
    }

    @Test
    void sixWhenAnotherHasTheLock() {
        shell.database.lockFor(new LockHolder(4711, "farmer", "fata upgrade", Optional.empty(), Optional.empty()));

        assertThat(shell.type("upgrade").exitCode()).isEqualTo(6);
    }

    @Test
    void sevenWhenTheConnectionIsLostAndNothingCanBeSaid() {
        assertThat(ExitCode.of(FailureKind.UNREACHABLE)).isEqualTo(7);
    }

    @Test
    void nineWhenTheStateDoesNotAllowIt() {
        shell.table("other", "Another head");

        assertThat(shell.type("upgrade", "head").exitCode()).isEqualTo(9);
    }
}
