package com.fataplus.migrations.domain.ledger;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.Direction;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of the journal: how far a step of a run was at a moment.
 *
 * @param statementsDone the statements that had committed on their own by then; 0 for a step in a transaction
 * @param failure what the server said, for a failed one
 */
public record RunStep(
        RevisionId revision,
        Direction direction,
        StepState state,
        int statementsDone,
        Optional<String> failure,
        Instant at) {
    public RunStep {
        requireNonNull(revision, "revision");
        requireNonNull(direction, "direction");
        requireNonNull(state, "state");
        requireNonNull(failure, "failure");
        requireNonNull(at, "at");
    }
}
