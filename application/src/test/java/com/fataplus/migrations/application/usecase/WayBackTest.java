package com.fataplus.migrations.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fataplus.migrations.application.event.EventSink;
import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.application.failure.FailureKind;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.failure.RunFailure;
import com.fataplus.migrations.application.failure.RunFailure.Aftermath;
import com.fataplus.migrations.domain.ledger.RunOutcome;
import com.fataplus.migrations.domain.ledger.RunStep;
import com.fataplus.migrations.domain.ledger.StepState;
import com.fataplus.migrations.domain.plan.TransactionMode;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.OnFailure;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class WayBackTest {
    private final Bench bench = new Bench();

    @Test
    void oneTransactionTakesTheWholeRunBack() {
        bench.table("a").table("b", "a").table("c", "b");
        bench.database.faults().failOn("create table tc");

        RunFailure.Failed failed = failed(() -> bench.upgrade("heads"));

        assertThat(failed.kind()).isEqualTo(FailureKind.TAKEN_BACK);
        assertThat(failed.aftermath()).isInstanceOf(Aftermath.TakenBack.class);
        assertThat(bench.applied()).isEmpty();
        assertThat(outcome()).isEqualTo(RunOutcome.ROLLED_BACK);
    }

    @Test
    void committedRevisionsAreTakenBackByTheirDowngradesInReverse() {
        bench.table("a").table("b", "a").table("c", "b").transaction(TransactionMode.REVISION);
        bench.database.faults().failOn("create table tc");

        RunFailure.Failed failed = failed(() -> bench.upgrade("heads"));

        assertThat(failed.aftermath().told())
                .startsWith("rolled back 2 revision(s) by their downgrades, schema verified");
        assertThat(bench.database.statements())
                .containsExactly(
                        "create table ta (id int)", "create table tb (id int)", "drop table tb", "drop table ta");
        assertThat(bench.applied()).isEmpty();
    }

    @Test
    void theRevisionThatFailedIsNamedAndNotTheLastOneTakenBack() {
        bench.table("a").table("b", "a").transaction(TransactionMode.REVISION);
        bench.database.faults().failOn("create table tb");

        RunFailure.Failed failed = failed(() -> bench.upgrade("heads"));

        assertThat(failed.step()).contains(new RevisionId("b"));
    }

    @Test
    void theStoryOfARollbackIsToldInOrder() {
        bench.table("a").table("b", "a").transaction(TransactionMode.REVISION);
        bench.database.faults().failOn("create table tb");

        Bench.failureOf(() -> bench.upgrade("heads"));

        assertThat(bench.events.lines())
                .endsWith(
                        "up b started",
                        "up b failed",
                        "rollback started",
                        "down a started",
                        "  drop table ta",
                        "down a finished",
                        "rollback finished",
                        "run 1 finished: rolled_back");
    }

    @Test
    void theJournalKeepsWhatTheServerSaid() {
        bench.table("a");
        bench.database.faults().failOn("create table ta");

        Bench.failureOf(() -> bench.upgrade("heads"));

        RunStep step =
                bench.database.steps(bench.database.runs(1).getFirst().id()).getLast();
        assertThat(step.state()).isEqualTo(StepState.FAILED);
        assertThat(step.failure().orElseThrow()).contains("told to fail");
    }

    @Test
    void stopKeepsWhatWasCommitted() {
        bench.table("a").table("b", "a").transaction(TransactionMode.REVISION).onFailure(OnFailure.STOP);
        bench.database.faults().failOn("create table tb");

        RunFailure.Failed failed = failed(() -> bench.upgrade("heads"));

        assertThat(failed.aftermath()).isEqualTo(new Aftermath.Kept(Bench.ids("a")));
        assertThat(bench.applied()).containsExactly("a");
        assertThat(outcome()).isEqualTo(RunOutcome.STOPPED);
    }

    @Test
    void aSectionMayAskForItsOwnWayBack() {
        bench.table("a")
                .script(
                        "b",
                        "-- migrate:up on_failure:stop\ncreate table tb ();\n-- migrate:down\ndrop table tb;\n",
                        "a")
                .transaction(TransactionMode.REVISION);
        bench.database.faults().failOn("create table tb");

        RunFailure.Failed failed = failed(() -> bench.upgrade("heads"));

        assertThat(failed.aftermath()).isInstanceOf(Aftermath.Kept.class);
    }

    @Test
    void anIrreversibleRevisionNeedsAPerson() {
        bench.script("a", "-- migrate:up\ncreate table ta ();\n-- migrate:down irreversible: rows are gone\n")
                .table("b", "a")
                .transaction(TransactionMode.REVISION);
        bench.database.faults().failOn("create table tb");

        RunFailure.Failed failed = failed(() -> bench.upgrade("heads"));

        assertThat(failed.kind()).isEqualTo(FailureKind.NEEDS_ATTENTION);
        assertThat(failed.summary())
                .contains("a cannot be taken back: rows are gone")
                .contains("backup_");
        assertThat(outcome()).isEqualTo(RunOutcome.NEEDS_ATTENTION);
    }

    @Test
    void aDowngradeThatForgetsSomethingIsFoundOut() {
        bench.script(
                        "a",
                        "-- migrate:up\ncreate table ta ();\ncreate view va as table ta;\n-- migrate:down\ndrop table ta;\n")
                .table("b", "a")
                .transaction(TransactionMode.REVISION);
        bench.database.faults().failOn("create table tb");

        RunFailure.Failed failed = failed(() -> bench.upgrade("heads"));

        assertThat(failed.kind()).isEqualTo(FailureKind.NEEDS_ATTENTION);
        assertThat(failed.summary()).contains("added: view va");
    }

    @Test
    void aDowngradeThatFailsNeedsAPerson() {
        bench.table("a").table("b", "a").transaction(TransactionMode.REVISION);
        bench.database.faults().failOn("create table tb");
        bench.database.faults().failOn("drop table ta");

        RunFailure.Failed failed = failed(() -> bench.upgrade("heads"));

        assertThat(failed.kind()).isEqualTo(FailureKind.NEEDS_ATTENTION);
        assertThat(failed.summary()).contains("taking it back failed too");
        assertThat(bench.applied()).containsExactly("a");
        assertThat(outcome()).isEqualTo(RunOutcome.NEEDS_ATTENTION);
    }

    @Test
    void statementsThatCommittedOnTheirOwnNeedAPerson() {
        bench.concurrentIndex("a");
        bench.database.faults().failOn("create index concurrently ja");

        RunFailure.Failed failed = failed(() -> bench.upgrade("heads"));

        assertThat(failed.kind()).isEqualTo(FailureKind.NEEDS_ATTENTION);
        assertThat(bench.applied()).isEmpty();
        assertThat(bench.database.steps(bench.database.runs(1).getFirst().id()))
                .extracting(RunStep::state, RunStep::statementsDone)
                .containsExactly(tuple(StepState.STARTED, 0), tuple(StepState.STARTED, 1), tuple(StepState.FAILED, 1));
    }

    @Test
    void aFirstStatementThatFailedLeavesNothing() {
        bench.concurrentIndex("a");
        bench.database.faults().failOn("create index concurrently ia");

        RunFailure.Failed failed = failed(() -> bench.upgrade("heads"));

        assertThat(failed.kind()).isEqualTo(FailureKind.TAKEN_BACK);
    }

    @Test
    void aLostConnectionIsLookedAtThroughANewOne() {
        bench.table("a").table("b", "a").transaction(TransactionMode.REVISION);
        bench.database.faults().loseConnectionOn("create table tb");

        RunFailure.Failed failed = failed(() -> bench.upgrade("heads"));

        assertThat(failed.kind()).isEqualTo(FailureKind.TAKEN_BACK);
        assertThat(bench.applied()).isEmpty();
        assertThat(outcome()).isEqualTo(RunOutcome.ROLLED_BACK);
    }

    @Test
    void whoeverAsksToStopKeepsWhatWasCommitted() {
        bench.table("a").table("b", "a").transaction(TransactionMode.REVISION);
        EventSink stopAfterFirst = event -> {
            if (event instanceof MigrationEvent.StepFinished) {
                bench.cancellation.cancel("the test asked to");
            }
        };

        MigrationFailure failure = Bench.failureOf(() -> bench.useCases()
                .upgrade()
                .run(new Upgrade.Request("heads", List.of(), Optional.empty()), bench.context(stopAfterFirst)));

        assertThat(failure.kind()).isEqualTo(FailureKind.CANCELLED);
        assertThat(bench.applied()).containsExactly("a");
        assertThat(outcome()).isEqualTo(RunOutcome.STOPPED);
    }

    @Test
    void aFailedDowngradeDoesNotPretendToBringRowsBack() {
        bench.table("a").table("b", "a").transaction(TransactionMode.REVISION);
        bench.upgrade("heads");
        bench.database.faults().failOn("drop table ta");

        RunFailure.Failed failed = failed(() -> bench.downgrade("base"));

        assertThat(failed.kind()).isEqualTo(FailureKind.NEEDS_ATTENTION);
        assertThat(failed.step()).isEqualTo(Optional.of(new RevisionId("a")));
        assertThat(bench.applied()).containsExactly("a");
    }

    @Test
    void aFailedDowngradeIsTakenBackByUpgradesWhenAskedFor() {
        bench.table("a").table("b", "a").transaction(TransactionMode.REVISION).onFailure(OnFailure.DOWNGRADE);
        bench.upgrade("heads");
        bench.database.faults().failOn("drop table ta");

        RunFailure.Failed failed = failed(() -> bench.downgrade("base"));

        assertThat(failed.kind()).isEqualTo(FailureKind.TAKEN_BACK);
        assertThat(failed.aftermath().told()).startsWith("rolled back 1 revision(s) by their upgrades");
        assertThat(bench.applied()).containsExactly("a", "b");
    }

    private RunOutcome outcome() {
        return bench.database.runs(1).getFirst().outcome();
    }

    private static RunFailure.Failed failed(ThrowingCallable work) {
        return (RunFailure.Failed) Bench.failureOf(work);
    }
}
