package com.fataplus.migrations.domain.plan;

import static com.fataplus.migrations.domain.revision.GraphNotation.graph;
import static com.fataplus.migrations.domain.revision.GraphNotation.ids;
import static com.fataplus.migrations.domain.revision.GraphNotation.spec;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.domain.ledger.AppliedRevision;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.revision.GraphNotation;
import com.fataplus.migrations.domain.revision.RandomGraphs;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionSpec;
import com.fataplus.migrations.domain.revision.SpecRefusal.Unknown;
import com.fataplus.migrations.domain.script.Direction;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the case table cannot say. */
class PlannerTest {
    private static final RevisionGraph LINE = graph("a;b<a;c<b");
    private static final Planner PLANNER = new Planner();

    @Test
    void aPlanHasItsDirectionWhenItIsEmpty() {
        assertThat(PLANNER.downgrade(LINE, Ledger.EMPTY, RevisionSpec.BASE))
                .isEqualTo(new MigrationPlan(Direction.DOWN, List.of(), List.of(), List.of()));
    }

    @Test
    void stepsCarryTheRevisionsOfTheFiles() {
        var plan = (MigrationPlan) PLANNER.upgrade(LINE, Ledger.EMPTY, spec("a"));

        assertThat(plan.steps())
                .containsExactly(new PlanStep(
                        Direction.UP, LINE.find(ids("a").getFirst()).orElseThrow()));
    }

    @Test
    void runsAParentThatAnAppliedRevisionGotLater() {
        Ledger appliedWithoutParent = Ledgers.at(graph("b"), ids("b"));
        var plan = (MigrationPlan) PLANNER.upgrade(LINE, appliedWithoutParent, RevisionSpec.HEADS);

        assertThat(plan.steps().stream().map(PlanStep::id).toList()).isEqualTo(ids("a", "c"));
        assertThat(plan.headsAfter()).isEqualTo(ids("c"));
    }

    @Test
    void stampingAfreshForgetsRowsThatNobodyKnowsAndWritesTheRestAnew() {
        AppliedRevision unknown = Ledgers.row(GraphNotation.revision("zzzz<b", "gone.sql"), List.of());
        Ledger ledger = new Ledger(
                Stream.concat(Ledgers.at(LINE, ids("b")).applied().stream(), Stream.of(unknown))
                        .toList(),
                Optional.empty());

        assertThat(PLANNER.stampAfresh(LINE, ledger, List.of(spec("c"))))
                .isEqualTo(new StampPlan(ids("a", "b", "c"), ids("zzzz", "b", "a"), ids("zzzz"), ids("c")));
    }

    @Test
    void stampingAfreshFindsTargetsInFilesOnly() {
        Ledger ledger = Ledgers.at(graph("zzzz"), ids("zzzz"));

        assertThat(PLANNER.stampAfresh(LINE, ledger, List.of(spec("zzzz"))))
                .isEqualTo(new PlanRefusal.BadTarget(new Unknown("zzzz", List.of())));
    }

    @Test
    @Timeout(20)
    void plansTenThousandRevisionsWithMergesAndDependencies() {
        assertPlansAll(RandomGraphs.manyLines(10_000, new Random(1)));
    }

    @Test
    @Timeout(20)
    void plansAChainOfFiveThousandDiamonds() {
        StringBuilder diamonds = new StringBuilder("m0");
        for (int number = 1; number <= 5_000; number++) {
            diamonds.append(";a%1$d<m%2$d;b%1$d<m%2$d;m%1$d<a%1$d,b%1$d".formatted(number, number - 1));
        }
        assertPlansAll(GraphNotation.revisions(diamonds.toString()));
    }

    @Test
    @Timeout(20)
    void plansALineWithAHeadAtEachOfItsFiveThousandRevisions() {
        StringBuilder comb = new StringBuilder("r0");
        for (int number = 1; number <= 5_000; number++) {
            comb.append(";head%2$d<r%2$d;r%1$d<r%2$d".formatted(number, number - 1));
        }
        assertPlansAll(GraphNotation.revisions(comb.toString()));
    }

    private static void assertPlansAll(List<Revision> revisions) {
        RevisionGraph graph = GraphNotation.graph(revisions);
        var up = (MigrationPlan) PLANNER.upgrade(graph, Ledger.EMPTY, RevisionSpec.HEADS);
        var down = (MigrationPlan) PLANNER.downgrade(graph, Ledgers.of(graph, graph.ids()), RevisionSpec.BASE);

        assertThat(up.steps()).hasSameSizeAs(revisions);
        assertThat(down.steps())
                .isEqualTo(
                        up.steps().reversed().stream().map(PlanStep::opposite).toList());
    }
}
