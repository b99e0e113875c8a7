package com.fataplus.migrations.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.failure.FailureKind;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.usecase.RebaseBranch.AppliedCheck;
import com.fataplus.migrations.application.usecase.RebaseBranch.Mode;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RebaseBranchTest {
    /** Two people built on {@code root} without knowing of each other; one of them made two revisions. */
    private final Bench bench = new Bench()
            .table("root")
            .table("plots", "root")
            .table("sensors", "root")
            .table("readings", "sensors");

    @Test
    void putsTheBranchOnTheOnlyOtherHead() {
        RebaseBranch.Report report = rebase("readings");

        assertThat(report.before().id()).isEqualTo(new RevisionId("sensors"));
        assertThat(report.after().parents()).isEqualTo(Bench.ids("plots"));
        assertThat(report.moved()).isEqualTo(Bench.ids("sensors", "readings"));
        assertThat(bench.upgrade("head").steps())
                .extracting(done -> done.step().id().value())
                .containsExactly("root", "plots", "sensors", "readings");
    }

    @Test
    void anyRevisionOfTheBranchNamesIt() {
        assertThat(rebase("sensors").moved()).isEqualTo(Bench.ids("sensors", "readings"));
    }

    @Test
    void changesOneLineOfOneFile() {
        String before = bench.scripts.text("sensors.sql").orElseThrow();

        rebase("readings");

        assertThat(bench.scripts.text("sensors.sql"))
                .contains(before.replace("-- Revises: root\n", "-- Revises: plots\n"));
    }

    @Test
    void aDryRunSaysTheSameAndTouchesNothing() {
        String before = bench.scripts.text("sensors.sql").orElseThrow();

        RebaseBranch.Report report = run("readings", Optional.empty(), AppliedCheck.IN_DATABASE, Mode.DRY_RUN);

        assertThat(report.after().parents()).isEqualTo(Bench.ids("plots"));
        assertThat(bench.scripts.text("sensors.sql")).contains(before);
    }

    @Test
    void goesOntoAnyRevisionThatIsNamed() {
        bench.table("fields", "plots").table("weather", "root");

        assertThat(rebase("sensors", "plots").after().parents()).isEqualTo(Bench.ids("plots"));
    }

    @Test
    void oneOfSeveralOtherHeadsHasToBeNamed() {
        bench.table("weather", "root");

        MigrationFailure failure = Bench.failureOf(() -> rebase("readings"));

        assertThat(failure.summary()).isEqualTo("readings could go onto plots or weather");
        assertThat(failure.remedy()).contains("say which: fata rebase readings --onto plots");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "root     | readings | root comes before readings already: nothing to move",
                "sensors  | readings | sensors comes before readings already: nothing to move",
                "plots    | plots    | plots cannot stand on itself",
                "readings | root     | sensors builds on root already"
            })
    void refusesWhatMovesNothing(String branch, String onto, String message) {
        MigrationFailure failure = Bench.failureOf(() -> rebase(branch, onto));

        assertThat(failure.summary()).isEqualTo(message);
        assertThat(failure.kind()).isEqualTo(FailureKind.REFUSED);
    }

    @Test
    void refusesTheOnlyHead() {
        bench.scripts.remove("plots.sql");

        assertThat(Bench.failureOf(() -> rebase("readings")).summary())
                .isEqualTo("there is no other head to put readings on");
    }

    @Test
    void refusesABranchWithSeveralBeginnings() {
        bench.table("weather", "root").table("joined", "readings", "weather");

        assertThat(Bench.failureOf(() -> rebase("joined", "plots")).summary())
                .isEqualTo("joined joins lines that begin apart, with sensors and with weather");
    }

    @Test
    void refusesACycleByDependency() {
        bench.header("plots", "Depends on: readings");

        assertThat(Bench.failureOf(() -> rebase("readings", "plots")).code()).isEqualTo("rebase.cycle");
    }

    @Test
    void refusesWhatIsApplied() {
        bench.upgrade("sensors");

        MigrationFailure failure = Bench.failureOf(() -> rebase("readings"));

        assertThat(failure.summary()).isEqualTo("sensors is applied: the ledger knows what came before");
        assertThat(failure.remedy().orElseThrow()).contains("fata downgrade sensors@-1");
    }

    @Test
    void theOtherBranchMayBeApplied() {
        bench.upgrade("plots");

        assertThat(rebase("readings").after().parents()).isEqualTo(Bench.ids("plots"));
    }

    @Test
    void doesNothingWhereTheDatabaseCannotTell() {
        unreachable();

        MigrationFailure failure = Bench.failureOf(() -> rebase("readings"));

        assertThat(failure.code()).isEqualTo("rebase.not-checked");
        assertThat(failure.remedy().orElseThrow()).contains("--offline");
        assertThat(bench.scripts.text("sensors.sql").orElseThrow()).contains("-- Revises: root");
    }

    @Test
    void goesWithoutTheDatabaseWhenTold() {
        unreachable();

        assertThat(run("readings", Optional.empty(), AppliedCheck.SKIPPED, Mode.WRITE)
                        .moved())
                .hasSize(2);
    }

    private void unreachable() {
        bench.database.faults().refuseConnections();
    }

    private RebaseBranch.Report rebase(String branch) {
        return run(branch, Optional.empty(), AppliedCheck.IN_DATABASE, Mode.WRITE);
    }

    private RebaseBranch.Report rebase(String branch, String onto) {
        return run(branch, Optional.of(onto), AppliedCheck.IN_DATABASE, Mode.WRITE);
    }

    private RebaseBranch.Report run(String branch, Optional<String> onto, AppliedCheck check, Mode mode) {
        return bench.useCases()
                .rebaseBranch()
                .run(new RebaseBranch.Request(branch, onto, check, mode), bench.context());
    }
}
