package com.fataplus.migrations.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.failure.FailureKind;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.failure.TrialFailure;
import com.fataplus.migrations.domain.script.Direction;
import java.util.List;
import org.junit.jupiter.api.Test;

class TryRunTest {
    private final Bench bench = new Bench().table("a").table("b", "a").table("c", "b");

    @Test
    void leavesNothing() {
        bench.upgrade("a");
        var runs = bench.database.runs(10);
        var statements = bench.database.statements();

        TryRun.Report report = attempt(Direction.UP, "heads");

        assertThat(report.steps()).extracting(done -> done.step().id().value()).containsExactly("b", "c");
        assertThat(report.headsAfter()).isEqualTo(Bench.ids("c"));
        assertThat(bench.applied()).containsExactly("a");
        assertThat(bench.database.statements()).isEqualTo(statements);
        assertThat(bench.database.runs(10)).isEqualTo(runs);
    }

    @Test
    void triesTheWayDownToo() {
        bench.upgrade("heads");

        TryRun.Report report = attempt(Direction.DOWN, "a");

        assertThat(report.steps()).extracting(done -> done.step().id().value()).containsExactly("c", "b");
        assertThat(bench.applied()).containsExactly("a", "b", "c");
    }

    @Test
    void tellsItsStepsAndItsEnd() {
        attempt(Direction.UP, "a");

        assertThat(bench.events.lines())
                .containsExactly(
                        "lock acquired",
                        "trial started",
                        "up a started",
                        "  create table ta (id int)",
                        "up a finished",
                        "trial finished");
    }

    @Test
    void takesNoBackup() {
        attempt(Direction.UP, "heads");

        assertThat(bench.backups.list()).isEmpty();
    }

    @Test
    void saysWhichRevisionWouldFailAndWhy() {
        bench.database.faults().failOn("create table tb");

        MigrationFailure failure = Bench.failureOf(() -> attempt(Direction.UP, "heads"));

        assertThat(failure).isInstanceOf(TrialFailure.Failed.class);
        assertThat(failure.kind()).isEqualTo(FailureKind.TAKEN_BACK);
        assertThat(failure.summary())
                .startsWith("revision b failed\n")
                .contains("b.sql:")
                .contains("the trial was rolled back, schema verified equal");
        assertThat(failure.details()).containsEntry("revision", "b").containsKeys("cause", "aftermath");
        assertThat(bench.applied()).isEmpty();
        assertThat(bench.events.lines()).endsWith("trial finished");
    }

    @Test
    void refusesWhatCommitsAsItRunsNamingAll() {
        bench.concurrentIndex("i", "c").concurrentIndex("j", "i");

        MigrationFailure failure = Bench.failureOf(() -> attempt(Direction.UP, "heads"));

        assertThat(failure.code()).isEqualTo("trial.not-in-one-transaction");
        assertThat(failure.summary()).contains("i.sql").contains("j.sql").doesNotContain("c.sql");
        assertThat(bench.events.lines()).containsExactly("lock acquired");
    }

    @Test
    void refusesEditedFilesAsTheRunWould() {
        bench.upgrade("a");
        bench.script("a", "-- migrate:up\nselect 1;\n-- migrate:down\n");

        assertThat(Bench.failureOf(() -> attempt(Direction.UP, "heads")).code()).isEqualTo("ledger.edited");
        assertThat(attempt(Direction.UP, "heads", "a").steps()).hasSize(2);
    }

    @Test
    void hasNothingToDoWhereTheDatabaseIsThere() {
        bench.upgrade("heads");

        assertThat(attempt(Direction.UP, "heads").steps()).isEmpty();
    }

    @Test
    void aStoppedTrialIsACancellation() {
        bench.cancellation.cancel("a test");

        assertThat(Bench.failureOf(() -> attempt(Direction.UP, "heads")).kind()).isEqualTo(FailureKind.CANCELLED);
    }

    private TryRun.Report attempt(Direction direction, String target, String... accepted) {
        return bench.useCases().tryRun().run(new TryRun.Request(direction, target, List.of(accepted)), bench.context());
    }
}
