package com.fataplus.migrations.domain.revision;

import com.fataplus.migrations.domain.revision.Reading.Refused;
import com.fataplus.migrations.domain.revision.Reading.Understood;
import com.fataplus.migrations.domain.revision.RevisionSpec.Relative;
import com.fataplus.migrations.domain.revision.SpecRefusal.AmbiguousWalk;
import com.fataplus.migrations.domain.revision.SpecRefusal.TooFar;
import java.util.List;
import java.util.Optional;

/** Counts steps along parents, within a lineage; an empty place is the one before the first revision. */
record Walk(RevisionGraph graph, Lineage lineage, PastTheEnd pastTheEnd) {
    /** What to do when there are more steps to take than revisions. */
    enum PastTheEnd {
        REFUSE,
        /** Stay on the last revision, or before the first. */
        STAY,
        /** Stay on the last or the first revision. */
        STAY_INSIDE
    }

    Reading<Optional<RevisionId>> from(Optional<RevisionId> start, Relative spec) {
        return spec.steps() > 0 ? up(start, spec) : down(start, spec);
    }

    private Reading<Optional<RevisionId>> up(Optional<RevisionId> start, Relative spec) {
        Optional<RevisionId> here = start;
        for (int taken = 0; taken < spec.steps(); taken++) {
            List<RevisionId> ways = lineage.among(here.map(graph::childrenOf).orElseGet(graph::bases));
            if (ways.size() > 1) {
                return new Refused<>(new AmbiguousWalk(spec.text(), here, ways));
            }
            if (ways.isEmpty()) {
                return atEnd(here, spec, taken);
            }
            here = Optional.of(ways.getFirst());
        }
        return new Understood<>(here);
    }

    private Reading<Optional<RevisionId>> down(Optional<RevisionId> start, Relative spec) {
        Optional<RevisionId> here = start;
        for (int taken = 0; taken < -spec.steps(); taken++) {
            List<RevisionId> ways = lineage.among(here.map(graph::parentsOf).orElse(List.of()));
            if (ways.size() > 1) {
                return new Refused<>(new AmbiguousWalk(spec.text(), here, ways));
            }
            if (ways.isEmpty() && (here.isEmpty() || pastTheEnd == PastTheEnd.STAY_INSIDE)) {
                return atEnd(here, spec, taken);
            }
            here = ways.stream().findFirst();
        }
        return new Understood<>(here);
    }

    private Reading<Optional<RevisionId>> atEnd(Optional<RevisionId> here, Relative spec, int taken) {
        return switch (pastTheEnd) {
            case REFUSE -> new Refused<>(new TooFar(spec.text(), taken));
            case STAY, STAY_INSIDE -> new Understood<>(here);
        };
    }
}
