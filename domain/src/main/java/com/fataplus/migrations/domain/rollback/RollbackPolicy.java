package com.fataplus.migrations.domain.rollback;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.plan.PlanStep;
import com.fataplus.migrations.domain.rollback.FailurePoint.Leftover;
import com.fataplus.migrations.domain.script.Direction;
import com.fataplus.migrations.domain.script.OnFailure;
import java.util.List;

/** Chooses the cheapest sound way back to where a run began. */
public record RollbackPolicy(OnFailure onFailure) {
    public RollbackPolicy {
        requireNonNull(onFailure, "onFailure");
    }

    /** Decides; performs nothing. */
    public Recovery decide(FailurePoint point) {
        return switch (point.leftover()) {
            case Leftover.Statements statements ->
                new Recovery.Person(
                        "%s commits statement by statement, and left something behind (%d of its statements succeeded)"
                                .formatted(statements.step().id(), statements.done()));
            case Leftover.Nothing ignored -> point.committed().isEmpty() ? new Recovery.AlreadyBack() : wayBack(point);
        };
    }

    private Recovery wayBack(FailurePoint point) {
        return switch (onFailure) {
            case STOP -> new Recovery.Keep(point.committed());
            case DOWNGRADE -> runBack(point);
            // Running an upgrade again after its downgrade brings back the schema but not the rows the downgrade
            // dropped.
            case AUTO ->
                wentDown(point)
                        ? new Recovery.Person(
                                "downgrades were committed, and upgrading again does not bring back their rows")
                        : runBack(point);
        };
    }

    private static Recovery runBack(FailurePoint point) {
        return point.irreversible()
                .<Recovery>map(irreversible -> new Recovery.Person("%s cannot be taken back: %s"
                        .formatted(irreversible.step().id(), irreversible.reason())))
                .orElseGet(() -> new Recovery.RunBack(reversed(point.committed())));
    }

    private static boolean wentDown(FailurePoint point) {
        return point.committed().getFirst().direction() == Direction.DOWN;
    }

    private static List<PlanStep> reversed(List<PlanStep> committed) {
        return committed.reversed().stream().map(PlanStep::opposite).toList();
    }
}
