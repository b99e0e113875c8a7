package com.fataplus.migrations.domain.plan;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.Direction;
import java.util.List;

/**
 * Steps in the order in which they run; none where the database already is where it should be.
 *
 * @param headsBefore the applied heads now, sorted
 * @param headsAfter the applied heads once all steps are done, sorted
 */
public record MigrationPlan(
        Direction direction, List<PlanStep> steps, List<RevisionId> headsBefore, List<RevisionId> headsAfter)
        implements Planning {
    public MigrationPlan {
        requireNonNull(direction, "direction");
        steps = List.copyOf(steps);
        headsBefore = List.copyOf(headsBefore);
        headsAfter = List.copyOf(headsAfter);
    }

    /** True where there is nothing to do. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }
}
