package com.fataplus.migrations.domain.plan;

import static com.fataplus.migrations.domain.revision.GraphNotation.graph;
import static com.fataplus.migrations.domain.revision.GraphNotation.spec;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.revision.RandomGraphs;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.revision.RevisionSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What holds for every graph, every database and every target. */
class PlannerLawsTest {
    private static final int GRAPHS = 400;
    private static final Planner PLANNER = new Planner();

    @Test
    void anUpgradeRunsParentsAndDependenciesFirst() {
        RandomGraphs.check(GRAPHS, (revisions, graph, random) -> {
            Ledger ledger = someLedger(graph, random);
            MigrationPlan plan = upgrade(graph, ledger, someTarget(graph, random));

            assertRunnable(ids(plan), ledger.ids(), graph);
        });
    }

    @Test
    void anUpgradeRunsExactlyWhatItsTargetNeedsAndTheDatabaseHasNot() {
        RandomGraphs.check(GRAPHS, (revisions, graph, random) -> {
            Ledger ledger = someLedger(graph, random);
            RevisionId target = someTarget(graph, random);
            Set<RevisionId> needed = needs(target, graph);
            needed.removeAll(ledger.ids());

            assertThat(ids(upgrade(graph, ledger, target))).containsExactlyInAnyOrderElementsOf(needed);
        });
    }

    @Test
    void aDowngradeTakesDependantsDownFirst() {
        RandomGraphs.check(GRAPHS, (revisions, graph, random) -> {
            RevisionId target = someTarget(graph, random);
            Ledger ledger = someLedgerWith(target, graph, random);
            MigrationPlan plan = downgrade(graph, ledger, target);
            Set<RevisionId> left = new HashSet<>(ledger.ids());
            ids(plan).forEach(left::remove);

            assertRunnable(ids(plan).reversed(), left, graph);
        });
    }

    @Test
    void aDowngradeLeavesItsTargetAndAllThatIsLeftComplete() {
        RandomGraphs.check(GRAPHS, (revisions, graph, random) -> {
            RevisionId target = someTarget(graph, random);
            Ledger ledger = someLedgerWith(target, graph, random);
            Set<RevisionId> left = new HashSet<>(ledger.ids());
            left.removeAll(ids(downgrade(graph, ledger, target)));

            assertThat(left).contains(target).isEqualTo(needs(left, graph));
            assertThat(graph.childrenOf(target)).doesNotContainAnyElementsOf(left);
        });
    }

    @Test
    void upToTheHeadsAndDownToBaseIsNothing() {
        RandomGraphs.check(GRAPHS, (revisions, graph, random) -> {
            Ledger ledger = someLedger(graph, random);
            MigrationPlan up = plan(PLANNER.upgrade(graph, ledger, RevisionSpec.HEADS));
            Ledger everything = Ledgers.of(graph, graph.ids());
            MigrationPlan down = plan(PLANNER.downgrade(graph, everything, RevisionSpec.BASE));

            assertThat(up.headsAfter()).isEqualTo(everything.heads());
            assertThat(ids(down)).containsExactlyInAnyOrderElementsOf(graph.ids());
            assertThat(down.headsAfter()).isEmpty();
        });
    }

    @Test
    void fromNothingToTheHeadsIsTheReverseOfTheWayDown() {
        RandomGraphs.check(GRAPHS, (revisions, graph, random) -> {
            MigrationPlan up = plan(PLANNER.upgrade(graph, Ledger.EMPTY, RevisionSpec.HEADS));
            MigrationPlan down = plan(PLANNER.downgrade(graph, Ledgers.of(graph, graph.ids()), RevisionSpec.BASE));

            assertThat(ids(down)).isEqualTo(ids(up).reversed());
        });
    }

    @Test
    void headsAreThoseThatTheLedgerWillTell() {
        RandomGraphs.check(GRAPHS, (revisions, graph, random) -> {
            RevisionId lower = someTarget(graph, random);
            Ledger ledger = someLedgerWith(lower, graph, random);
            MigrationPlan up = upgrade(graph, ledger, someTarget(graph, random));
            MigrationPlan down = downgrade(graph, ledger, lower);

            assertThat(up.headsBefore()).isEqualTo(ledger.heads());
            assertThat(up.headsAfter()).isEqualTo(after(ledger, up, graph).heads());
            assertThat(down.headsAfter()).isEqualTo(after(ledger, down, graph).heads());
        });
    }

    @Test
    void aStampWritesWhatAnUpgradeWould() {
        RandomGraphs.check(GRAPHS, (revisions, graph, random) -> {
            Ledger ledger = someLedger(graph, random);
            RevisionId target = someTarget(graph, random);
            if (!ledger.ids().contains(target)) {
                MigrationPlan upgrade = upgrade(graph, ledger, target);
                StampPlan stamp = stamp(graph, ledger, target);

                assertThat(stamp.recorded()).isEqualTo(ids(upgrade));
                assertThat(stamp.forgotten()).isEmpty();
                assertThat(stamp.headsAfter()).isEqualTo(upgrade.headsAfter());
            }
        });
    }

    @Test
    void aStampRemovesWhatADowngradeWould() {
        RandomGraphs.check(GRAPHS, (revisions, graph, random) -> {
            RevisionId target = someTarget(graph, random);
            Ledger ledger = someLedgerWith(target, graph, random);
            MigrationPlan downgrade = downgrade(graph, ledger, target);
            StampPlan stamp = stamp(graph, ledger, target);

            assertThat(stamp.forgotten()).isEqualTo(ids(downgrade));
            assertThat(stamp.recorded()).isEmpty();
            assertThat(stamp.headsAfter()).isEqualTo(downgrade.headsAfter());
        });
    }

    @Test
    void aPlanDependsOnFilesAndLedgerAlone() {
        RandomGraphs.check(GRAPHS, (revisions, graph, random) -> {
            Ledger ledger = someLedger(graph, random);
            List<Revision> sorted = new ArrayList<>(revisions);
            Collections.shuffle(sorted, random);
            sorted.sort(Comparator.comparing(Revision::location));
            List<RevisionId> rows = new ArrayList<>(ledger.ids());
            Collections.shuffle(rows, random);

            assertThat(PLANNER.upgrade(graph(sorted), Ledgers.of(graph, rows), RevisionSpec.HEADS))
                    .isEqualTo(PLANNER.upgrade(graph, ledger, RevisionSpec.HEADS));
        });
    }

    private static void assertRunnable(List<RevisionId> order, Collection<RevisionId> before, RevisionGraph graph) {
        Set<RevisionId> there = new HashSet<>(before);
        for (RevisionId id : order) {
            assertThat(there).as("applied before %s", id).containsAll(graph.parentsOf(id));
            assertThat(there).as("applied before %s", id).containsAll(graph.dependenciesOf(id));
            assertThat(there.add(id)).as("%s runs once", id).isTrue();
        }
    }

    /** All that has to be there, asked for neighbour by neighbour. */
    private static Set<RevisionId> needs(RevisionId id, RevisionGraph graph) {
        return needs(List.of(id), graph);
    }

    private static Set<RevisionId> needs(Collection<RevisionId> ids, RevisionGraph graph) {
        Set<RevisionId> needed = new LinkedHashSet<>(ids);
        int before = 0;
        while (needed.size() > before) {
            before = needed.size();
            for (RevisionId id : List.copyOf(needed)) {
                needed.addAll(graph.parentsOf(id));
                needed.addAll(graph.dependenciesOf(id));
            }
        }
        return needed;
    }

    private static Ledger someLedger(RevisionGraph graph, Random random) {
        return Ledgers.at(graph, RandomGraphs.some(List.copyOf(graph.ids()), random));
    }

    private static Ledger someLedgerWith(RevisionId applied, RevisionGraph graph, Random random) {
        List<RevisionId> heads = new ArrayList<>(RandomGraphs.some(List.copyOf(graph.ids()), random));
        heads.add(applied);
        return Ledgers.at(graph, heads);
    }

    private static RevisionId someTarget(RevisionGraph graph, Random random) {
        return List.copyOf(graph.ids()).get(random.nextInt(graph.ids().size()));
    }

    private static MigrationPlan upgrade(RevisionGraph graph, Ledger ledger, RevisionId target) {
        return plan(PLANNER.upgrade(graph, ledger, spec(target.value())));
    }

    private static MigrationPlan downgrade(RevisionGraph graph, Ledger ledger, RevisionId target) {
        return plan(PLANNER.downgrade(graph, ledger, spec(target.value())));
    }

    private static MigrationPlan plan(Planning planning) {
        assertThat(planning).isInstanceOf(MigrationPlan.class);
        return (MigrationPlan) planning;
    }

    private static StampPlan stamp(RevisionGraph graph, Ledger ledger, RevisionId target) {
        return (StampPlan) PLANNER.stamp(graph, ledger, List.of(spec(target.value())));
    }

    private static List<RevisionId> ids(MigrationPlan plan) {
        return plan.steps().stream().map(PlanStep::id).toList();
    }

    private static Ledger after(Ledger ledger, MigrationPlan plan, RevisionGraph graph) {
        Set<RevisionId> applied = new HashSet<>(ledger.ids());
        switch (plan.direction()) {
            case UP -> applied.addAll(ids(plan));
            case DOWN -> ids(plan).forEach(applied::remove);
        }
        return Ledgers.of(graph, applied);
    }
}
