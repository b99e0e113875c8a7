package com.fataplus.migrations.application.port;

import static com.fataplus.migrations.application.port.DatabaseScenarios.begin;
import static com.fataplus.migrations.application.port.DatabaseScenarios.doing;
import static com.fataplus.migrations.application.port.DatabaseScenarios.done;
import static com.fataplus.migrations.application.port.DatabaseScenarios.failure;
import static com.fataplus.migrations.application.port.DatabaseScenarios.row;
import static com.fataplus.migrations.application.port.DatabaseScenarios.script;
import static com.fataplus.migrations.application.port.DatabaseScenarios.step;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.domain.ledger.Run;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.RunOutcome;
import com.fataplus.migrations.domain.ledger.RunStep;
import com.fataplus.migrations.domain.ledger.StepState;
import com.fataplus.migrations.domain.script.Direction;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link RunJournal} does. */
interface JournalContract extends DatabaseScenarios {
    @Test
    default void numbersRuns() {
        in(session -> {
            RunId first = begin(session);
            session.journal().finish(first, RunOutcome.SUCCEEDED);

            assertThat(begin(session).value()).isGreaterThan(first.value());
        });
    }

    @Test
    default void keepsARunAsItBegan() {
        in(session -> {
            RunId run = session.journal()
                    .begin(new RunStart(
                            "upgrade", "heads", Optional.of("release 4.2"), "voahangy@tulear", "0.1.0", "auto"));

            Run expected = new Run(
                    run,
                    "upgrade",
                    "heads",
                    Optional.of("release 4.2"),
                    "voahangy@tulear",
                    CLOCK.instant(),
                    Optional.empty(),
                    RunOutcome.UNFINISHED,
                    Optional.empty());
            assertThat(database().runs(10)).containsExactly(expected);
            assertThat(database().ledger().unfinished()).contains(expected);
        });
    }

    @Test
    default void keepsHowARunEnded() {
        in(session -> {
            RunId run = begin(session);
            session.journal().backedUp(run, "backup_20261122_093000.sql");
            session.journal().finish(run, RunOutcome.ROLLED_BACK);

            Run finished = database().runs(1).getFirst();
            assertThat(finished.outcome()).isEqualTo(RunOutcome.ROLLED_BACK);
            assertThat(finished.finishedAt()).contains(CLOCK.instant());
            assertThat(finished.backup()).contains("backup_20261122_093000.sql");
            assertThat(database().ledger().unfinished()).isEmpty();
        });
    }

    @Test
    default void keepsEveryOutcome() {
        in(session -> {
            List<RunOutcome> outcomes =
                    List.of(RunOutcome.ABANDONED, RunOutcome.SUCCEEDED, RunOutcome.STOPPED, RunOutcome.NEEDS_ATTENTION);

            outcomes.forEach(outcome -> session.journal().finish(begin(session), outcome));

            assertThat(database().runs(10).reversed()).extracting(Run::outcome).containsExactlyElementsOf(outcomes);
        });
    }

    @Test
    default void finishesARunOnce() {
        in(session -> {
            RunId run = begin(session);
            session.journal().finish(run, RunOutcome.ROLLED_BACK);

            assertThat(failure(MigrationFailure.class, () -> session.journal().finish(run, RunOutcome.SUCCEEDED))
                            .code())
                    .isEqualTo("journal.not-under-way");
            assertThat(database().runs(1).getFirst().outcome()).isEqualTo(RunOutcome.ROLLED_BACK);
        });
    }

    @Test
    default void listsTheNewestRunsFirst() {
        in(session -> {
            List<RunId> runs = List.of(begin(session), begin(session), begin(session));

            assertThat(database().runs(2)).extracting(Run::id).containsExactly(runs.get(2), runs.get(1));
        });
    }

    @Test
    default void tellsTheNewestRunThatNeverEnded() {
        in(session -> {
            begin(session);
            RunId newest = begin(session);
            session.journal().finish(begin(session), RunOutcome.SUCCEEDED);

            assertThat(database().ledger().unfinished()).map(Run::id).contains(newest);
        });
    }

    @Test
    default void keepsTheLinesOfARunInOrder() {
        in(session -> {
            RunId run = begin(session);
            RunId other = begin(session);
            session.journal().step(run, step(SECOND, Direction.DOWN), StepState.STARTED, 0, Optional.empty());
            session.journal().step(other, step(FIRST, Direction.UP), StepState.FAILED, 0, Optional.empty());
            session.journal().step(run, step(SECOND, Direction.DOWN), StepState.FAILED, 3, Optional.of("été"));

            assertThat(database().steps(run))
                    .containsExactly(
                            new RunStep(
                                    SECOND, Direction.DOWN, StepState.STARTED, 0, Optional.empty(), CLOCK.instant()),
                            new RunStep(
                                    SECOND, Direction.DOWN, StepState.FAILED, 3, Optional.of("été"), CLOCK.instant()));
        });
    }

    @Test
    default void notesStepsThatATransactionDid() {
        in(session -> {
            RunId up = begin(session);
            RunId down = begin(session);

            session.inTransaction(doing(transaction -> transaction.record(row(FIRST, up), script(FIRST))));
            session.inTransaction(doing(transaction -> transaction.forget(FIRST, down)));

            assertThat(database().steps(up)).containsExactly(done(Direction.UP));
            assertThat(database().steps(down)).containsExactly(done(Direction.DOWN));
        });
    }

    @Test
    default void hasNoLinesOfAnUnknownRun() {
        in(session -> assertThat(session.steps(new RunId(4711))).isEmpty());
    }
}
