package com.fataplus.migrations.domain.rollback;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.plan.PlanStep;
import java.util.List;
import java.util.Optional;

/**
 * Where a run stood when a step failed.
 *
 * @param committed the steps that this run committed, in the order they ran
 * @param irreversible the newest of them that has no section for the way back, where there is one
 * @param leftover what the failed step left behind
 */
public record FailurePoint(
        List<PlanStep> committed, Optional<Irreversible> irreversible, Leftover leftover, Optional<String> backup) {
    public FailurePoint {
        committed = List.copyOf(committed);
        requireNonNull(irreversible, "irreversible");
        requireNonNull(leftover, "leftover");
        requireNonNull(backup, "backup");
    }

    /** A committed step that only a backup takes back. */
    public record Irreversible(PlanStep step, String reason) {
        public Irreversible {
            requireNonNull(step, "step");
            requireNonNull(reason, "reason");
        }
    }

    /** What a failed step left behind. */
    public sealed interface Leftover {
        /** Nothing: its transaction was aborted. */
        record Nothing() implements Leftover {}

        /** Statements that had committed on their own before it failed. */
        record Statements(PlanStep step, int done) implements Leftover {}
    }
}
