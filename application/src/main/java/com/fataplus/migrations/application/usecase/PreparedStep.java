package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.plan.PlanStep;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.MigrationScript;
import com.fataplus.migrations.domain.script.Section;
import java.util.Optional;

/** A step whose script was read, split and compared before the first statement of the run. */
public record PreparedStep(PlanStep step, MigrationScript script, Section section) {
    public PreparedStep {
        requireNonNull(step, "step");
        requireNonNull(script, "script");
        requireNonNull(section, "section");
    }

    /** The revision's name. */
    public RevisionId id() {
        return step.id();
    }

    /** The step that takes this one back; empty where its script has no section for that. */
    Optional<PreparedStep> opposite() {
        PlanStep back = step.opposite();
        return script.section(back.direction()).map(section -> new PreparedStep(back, script, section));
    }
}
