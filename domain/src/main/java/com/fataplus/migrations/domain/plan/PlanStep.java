package com.fataplus.migrations.domain.plan;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.Direction;

/** One revision to run in one direction. */
public record PlanStep(Direction direction, Revision revision) {
    public PlanStep {
        requireNonNull(direction, "direction");
        requireNonNull(revision, "revision");
    }

    /** The revision's name. */
    public RevisionId id() {
        return revision.id();
    }

    /** The step that takes this one back. */
    public PlanStep opposite() {
        return new PlanStep(direction.opposite(), revision);
    }
}
