package com.fataplus.migrations.domain.plan;

import static java.util.function.Predicate.not;

import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.plan.PlanRefusal.BadTarget;
import com.fataplus.migrations.domain.plan.PlanRefusal.NotBelowCurrent;
import com.fataplus.migrations.domain.revision.Reading;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.revision.RevisionSpec;
import com.fataplus.migrations.domain.revision.RevisionSpec.Relative;
import com.fataplus.migrations.domain.revision.SpecRefusal.Malformed;
import com.fataplus.migrations.domain.revision.SpecResolver;
import com.fataplus.migrations.domain.script.Direction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what a command would do to a database. The graph is always that of the files: applied revisions whose files are gone are added from
 * the ledger here.
 */
public final class Planner {
    /** Everything a target needs, its dependencies included, that is not applied. */
    public Planning upgrade(RevisionGraph files, Ledger ledger, RevisionSpec target) {
        if (target instanceof Relative relative && relative.countsDownFromHere()) {
            return new BadTarget(new Malformed(target.text(), "an upgrade counts up: +1, or head-1"));
        }
        KnownRevisions known = KnownRevisions.join(files, ledger);
        return switch (known.resolver().all(target)) {
            case Reading.Refused<List<RevisionId>>(var reason) -> new BadTarget(reason);
            case Reading.Understood<List<RevisionId>>(var targets) -> upTo(targets, known);
        };
    }

    /**
     * Every applied descendant of the target, and all that depends on those; the target and what merely depends on it stay. {@code line@}
     * confines it to the descendants on that line.
     */
    public Planning downgrade(RevisionGraph files, Ledger ledger, RevisionSpec target) {
        if (target instanceof Relative relative && relative.countsUpFromHere()) {
            return new BadTarget(new Malformed(target.text(), "a downgrade counts down: -1, or base+1"));
        }
        KnownRevisions known = KnownRevisions.join(files, ledger);
        SpecResolver resolver = known.resolver();
        return switch (resolver.one(target).then(id -> resolver.lineage(target).map(line -> downTo(id, line, known)))) {
            case Reading.Refused<Planning>(var reason) -> new BadTarget(reason);
            case Reading.Understood<Planning>(var planning) -> planning;
        };
    }

    /**
     * Moves the ledger to the targets without running anything: it records what an upgrade to them would run, and forgets what a downgrade to
     * them would take down.
     */
    public Planning stamp(RevisionGraph files, Ledger ledger, List<RevisionSpec> targets) {
        return new Stamping(KnownRevisions.join(files, ledger)).to(targets);
    }

    /** As {@link #stamp}, but forgets everything first; the targets are looked up in the files alone. */
    public Planning stampAfresh(RevisionGraph files, Ledger ledger, List<RevisionSpec> targets) {
        KnownRevisions before = KnownRevisions.join(files, ledger);
        return switch (stamp(files, Ledger.EMPTY, targets)) {
            case StampPlan plan ->
                new StampPlan(
                        plan.recorded(),
                        before.graph().newestFirst(before.applied()),
                        before.currentHeads(),
                        plan.headsAfter());
            case MigrationPlan plan -> plan;
            case PlanRefusal refusal -> refusal;
        };
    }

    private static Planning upTo(List<RevisionId> targets, KnownRevisions known) {
        Set<RevisionId> missing = known.missingFor(targets);
        return new MigrationPlan(
                Direction.UP,
                steps(Direction.UP, known.graph().newestFirst(missing).reversed(), known),
                known.currentHeads(),
                known.headsAfter(Set.of(), missing));
    }

    private static Planning downTo(Optional<RevisionId> target, Set<RevisionId> lineage, KnownRevisions known) {
        Optional<RevisionId> notApplied = target.filter(not(known.applied()::contains));
        if (notApplied.isPresent()) {
            return new NotBelowCurrent(notApplied.get(), known.currentHeads());
        }
        Set<RevisionId> above = known.appliedOn(target, lineage);
        return new MigrationPlan(
                Direction.DOWN,
                steps(Direction.DOWN, known.graph().newestFirst(above), known),
                known.currentHeads(),
                known.headsAfter(above, Set.of()));
    }

    private static List<PlanStep> steps(Direction direction, List<RevisionId> order, KnownRevisions known) {
        return known.revisions(order).stream()
                .map(revision -> new PlanStep(direction, revision))
                .toList();
    }
}
