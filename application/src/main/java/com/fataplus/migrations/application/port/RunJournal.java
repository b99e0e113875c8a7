package com.fataplus.migrations.application.port;

import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.RunOutcome;
import com.fataplus.migrations.domain.ledger.StepState;
import com.fataplus.migrations.domain.plan.PlanStep;
import java.util.Optional;

/** The append-only diary of runs and their steps. Each call is committed when it returns. */
public interface RunJournal {
    /** Notes that a run begins; must return a number no run had before. */
    RunId begin(RunStart start);

    /** Notes the backup that was taken for it; must fail for a run that is not under way. */
    void backedUp(RunId run, String backup);

    /**
     * Notes how far a step is: the statements done so far and, for a failed one, what the server said. Steps that succeed in a transaction are
     * noted by {@link Transaction#record} and {@link Transaction#forget} instead, at no further commit.
     */
    void step(RunId run, PlanStep step, StepState state, int statementsDone, Optional<String> failure);

    /** Notes how the run ended; must fail for a run that is not under way, so a run ends once. */
    void finish(RunId run, RunOutcome outcome);
}
