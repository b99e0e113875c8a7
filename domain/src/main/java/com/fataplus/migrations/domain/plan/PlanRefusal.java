package com.fataplus.migrations.domain.plan;

import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.revision.SpecRefusal;
import java.util.List;

/** Why a request cannot become a plan; each case carries what a message needs. */
public sealed interface PlanRefusal extends Planning {
    /** The target names nothing, or nothing certain. */
    record BadTarget(SpecRefusal reason) implements PlanRefusal {}

    /** A downgrade to a revision that is not applied and below no applied one. */
    record NotBelowCurrent(RevisionId destination, List<RevisionId> heads) implements PlanRefusal {
        public NotBelowCurrent {
            heads = List.copyOf(heads);
        }
    }

    /** Targets of which one already implies the other. */
    record Overlap(RevisionId ancestor, RevisionId descendant) implements PlanRefusal {}
}
