package com.fataplus.migrations.domain.plan;

import com.fataplus.migrations.domain.plan.PlanRefusal.BadTarget;
import com.fataplus.migrations.domain.plan.PlanRefusal.Overlap;
import com.fataplus.migrations.domain.revision.Follow;
import com.fataplus.migrations.domain.revision.Reading;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.revision.RevisionSpec;
import com.fataplus.migrations.domain.revision.SpecResolver;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Decides which rows a stamp writes and removes. */
record Stamping(KnownRevisions known) {
    Planning to(List<RevisionSpec> targets) {
        List<Destination> destinations = new ArrayList<>();
        for (RevisionSpec target : targets) {
            switch (destination(target)) {
                case Reading.Refused<Destination>(var reason) -> {
                    return new BadTarget(reason);
                }
                case Reading.Understood<Destination>(var destination) -> destinations.add(destination);
            }
        }
        return overlap(destinations).<Planning>map(found -> found).orElseGet(() -> plan(destinations));
    }

    private Reading<Destination> destination(RevisionSpec target) {
        SpecResolver resolver = known.resolver();
        return resolver.all(target)
                .then(revisions ->
                        resolver.lineage(target).map(lineage -> new Destination(revisions, above(revisions, lineage))));
    }

    private Set<RevisionId> above(List<RevisionId> revisions, Set<RevisionId> lineage) {
        if (revisions.isEmpty()) {
            return known.appliedOn(Optional.empty(), lineage);
        }
        Set<RevisionId> above = new LinkedHashSet<>();
        revisions.forEach(revision -> above.addAll(known.appliedOn(Optional.of(revision), lineage)));
        return above;
    }

    /** A revision implies its ancestors, so to ask for both can only be a mistake. */
    private Optional<Overlap> overlap(List<Destination> destinations) {
        return destinations.stream()
                .flatMap(upper -> upper.revisions.stream()
                        .flatMap(descendant -> destinations.stream()
                                .filter(lower -> !lower.equals(upper))
                                .flatMap(lower -> strictAncestors(descendant, lower.revisions))
                                .map(ancestor -> new Overlap(ancestor, descendant))))
                .findFirst();
    }

    private Stream<RevisionId> strictAncestors(RevisionId descendant, List<RevisionId> candidates) {
        Set<RevisionId> ancestors = known.graph().ancestors(List.of(descendant), Follow.PARENTS_AND_DEPENDENCIES);
        return candidates.stream()
                .filter(candidate -> !candidate.equals(descendant))
                .filter(ancestors::contains);
    }

    private StampPlan plan(List<Destination> destinations) {
        List<RevisionId> targets = destinations.stream()
                .flatMap(destination -> destination.revisions.stream())
                .toList();
        Set<RevisionId> recorded = known.missingFor(targets);
        Set<RevisionId> forgotten = new LinkedHashSet<>();
        destinations.forEach(destination -> forgotten.addAll(destination.above));
        forgotten.removeAll(known.graph().ancestors(targets, Follow.PARENTS_AND_DEPENDENCIES));
        return new StampPlan(
                known.graph().newestFirst(recorded).reversed(),
                known.graph().newestFirst(forgotten),
                known.currentHeads(),
                known.headsAfter(forgotten, recorded));
    }

    /**
     * Where one target leads.
     *
     * @param revisions none for base
     * @param above what is applied on top of them
     */
    private record Destination(List<RevisionId> revisions, Set<RevisionId> above) {}
}
