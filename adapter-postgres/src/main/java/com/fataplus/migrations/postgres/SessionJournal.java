package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.port.RunJournal;
import com.fataplus.migrations.application.port.RunStart;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.RunOutcome;
import com.fataplus.migrations.domain.ledger.StepState;
import com.fataplus.migrations.domain.plan.PlanStep;
import java.util.Optional;
import java.util.function.Supplier;

/** The journal on a session's connection, each line committed when its method returns. */
final class SessionJournal implements RunJournal {
    private final LedgerWriter writer;
    private final Commit commit;

    SessionJournal(LedgerWriter writer, Commit commit) {
        this.writer = requireNonNull(writer, "writer");
        this.commit = requireNonNull(commit, "commit");
    }

    /** Sees to it that what is written is committed, whatever the connection is busy with. */
    @FunctionalInterface
    interface Commit {
        <T> T get(Supplier<T> write);

        /** The same for what returns nothing. */
        default void run(Runnable write) {
            get(() -> {
                write.run();
                return true;
            });
        }
    }

    @Override
    public RunId begin(RunStart start) {
        return commit.get(() -> writer.begin(start));
    }

    @Override
    public void backedUp(RunId run, String backup) {
        commit.run(() -> writer.backedUp(run, backup));
    }

    @Override
    public void step(RunId run, PlanStep step, StepState state, int statementsDone, Optional<String> failure) {
        commit.run(() -> writer.step(run, step.id(), step.direction(), state, statementsDone, failure));
    }

    @Override
    public void finish(RunId run, RunOutcome outcome) {
        commit.run(() -> writer.finish(run, outcome));
    }
}
