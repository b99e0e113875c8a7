package com.fataplus.migrations.domain.plan;

import static com.fataplus.migrations.domain.revision.GraphNotation.graph;
import static com.fataplus.migrations.domain.revision.GraphNotation.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.domain.ledger.AppliedRevision;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.revision.GraphNotation;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownRevisionsTest {
    private static final RevisionGraph FILES = graph("a;b[billing]<a;c~billing");

    @Test
    void filesAloneStayAsTheyAre() {
        assertThat(KnownRevisions.join(FILES, ledger("a")).graph()).isSameAs(FILES);
    }

    @Test
    void orphansStandOnTheirParentsAndDependencies() {
        KnownRevisions known = KnownRevisions.join(FILES, ledger("a", "b<a", "gone<b", "later<gone~a"));

        assertThat(known.graph().parentsOf(id("later"))).isEqualTo(ids("gone"));
        assertThat(known.graph().parentsOf(id("gone"))).isEqualTo(ids("b"));
        assertThat(known.graph().dependenciesOf(id("later"))).isEqualTo(ids("a"));
        assertThat(known.currentHeads()).isEqualTo(ids("later"));
    }

    @Test
    void orphansComeAfterTheFilesSortedById() {
        assertThat(KnownRevisions.join(FILES, ledger("zebra", "ant", "a"))
                        .graph()
                        .ids())
                .containsExactlyElementsOf(ids("a", "b", "c", "ant", "zebra"));
    }

    @Test
    void linksToWhatNobodyKnowsAreDropped() {
        KnownRevisions known = KnownRevisions.join(FILES, ledger("a", "gone<squashed,a~lost"));

        assertThat(known.graph().parentsOf(id("gone"))).isEqualTo(ids("a"));
        assertThat(known.graph().dependenciesOf(id("gone"))).isEmpty();
    }

    @Test
    void aFileHasItsParentsFromTheFile() {
        assertThat(KnownRevisions.join(FILES, ledger("gone", "b<gone")).graph().parentsOf(id("b")))
                .isEqualTo(ids("a"));
    }

    @Test
    void orphansLoseLabelsThatSomebodyElseHasByNow() {
        RevisionGraph graph = KnownRevisions.join(FILES, ledger("gone[billing,c,mine]", "other[gone,mine,yours]"))
                .graph();

        assertThat(graph.labelled("billing").map(Revision::id)).contains(id("b"));
        assertThat(graph.find(id("gone")).orElseThrow().labels()).containsExactly("mine");
        assertThat(graph.find(id("other")).orElseThrow().labels()).containsExactly("yours");
    }

    @Test
    void anIdThatIsAFilesLabelTodayMeansTheOrphan() {
        KnownRevisions known = KnownRevisions.join(FILES, ledger("a", "billing<a"));

        assertThat(known.graph().labelled("billing")).isEmpty();
        assertThat(known.graph().parentsOf(id("billing"))).isEqualTo(ids("a"));
        assertThat(known.graph().dependenciesOf(id("c"))).isEqualTo(ids("b"));
        assertThat(known.revisions(ids("b")))
                .isEqualTo(FILES.find(id("b")).stream().toList());
    }

    @Test
    void rowsThatComeBeforeThemselvesKeepTheirLinksToFiles() {
        RevisionGraph graph =
                KnownRevisions.join(FILES, ledger("a", "x<y,a", "y<x")).graph();

        assertThat(graph.parentsOf(id("x"))).isEqualTo(ids("a"));
        assertThat(graph.parentsOf(id("y"))).isEmpty();
    }

    @Test
    void aDowngradeTakesOrphansDownFirst() {
        var plan = (MigrationPlan)
                new Planner().downgrade(FILES, ledger("a", "b<a", "gone<b", "later<gone"), GraphNotation.spec("a"));

        assertThat(plan.steps().stream().map(PlanStep::id).toList()).isEqualTo(ids("later", "gone", "b"));
        assertThat(plan.headsAfter()).isEqualTo(ids("a"));
    }

    @Test
    void headIsWhatFilesDefine() {
        var plan = (MigrationPlan)
                new Planner().upgrade(graph("a;b<a"), ledger("a", "gone<a"), GraphNotation.spec("head"));

        assertThat(plan.steps().stream().map(PlanStep::id).toList()).isEqualTo(ids("b"));
        assertThat(plan.headsAfter()).isEqualTo(ids("b", "gone"));
    }

    /** Rows as a run would have written them, oldest first. */
    private static Ledger ledger(String... rows) {
        return new Ledger(Arrays.stream(rows).map(KnownRevisionsTest::row).toList(), Optional.empty());
    }

    private static AppliedRevision row(String notation) {
        Revision revision = GraphNotation.revision(notation, "gone.sql");
        return Ledgers.row(
                revision, revision.dependsOn().stream().map(RevisionId::new).toList());
    }

    private static RevisionId id(String name) {
        return new RevisionId(name);
    }
}
