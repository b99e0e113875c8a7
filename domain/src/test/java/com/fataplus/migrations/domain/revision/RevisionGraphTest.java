package com.fataplus.migrations.domain.revision;

import static com.fataplus.migrations.domain.revision.GraphNotation.graph;
import static com.fataplus.migrations.domain.revision.GraphNotation.ids;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RevisionGraphTest {
    /** Two lines, a merge on the left one, and a dependency from the right one to the middle of the left one. */
    private static final RevisionGraph GRAPH = graph("a;b<a;c[left]<b;d<b;m<c,d;x;y[right]<x~left;z<y");

    @Test
    void headsHaveNoChildren() {
        assertThat(GRAPH.heads()).isEqualTo(ids("m", "z"));
        assertThat(graph("a;b~a").heads()).isEqualTo(ids("a", "b"));
    }

    @Test
    void nothingBuildsOnEffectiveHeads() {
        assertThat(GRAPH.effectiveHeads()).isEqualTo(ids("m", "z"));
        assertThat(graph("a;b~a").effectiveHeads()).isEqualTo(ids("b"));
    }

    @Test
    void basesHaveNoParents() {
        assertThat(GRAPH.bases()).isEqualTo(ids("a", "x"));
    }

    @Test
    void branchPointsHaveSeveralChildren() {
        assertThat(GRAPH.branchPoints()).isEqualTo(ids("b"));
    }

    @Test
    void knowsTheNeighboursOfARevision() {
        assertThat(GRAPH.parentsOf(id("m"))).isEqualTo(ids("c", "d"));
        assertThat(GRAPH.childrenOf(id("b"))).isEqualTo(ids("c", "d"));
        assertThat(GRAPH.dependenciesOf(id("y"))).isEqualTo(ids("c"));
        assertThat(GRAPH.dependantsOf(id("c"))).isEqualTo(ids("y"));
    }

    @Test
    void findsRevisionsByIdAndByLabel() {
        assertThat(GRAPH.find(id("c"))).isEqualTo(GRAPH.labelled("left"));
        assertThat(GRAPH.find(id("left"))).isEmpty();
        assertThat(GRAPH.labelled("c")).isEmpty();
    }

    @Test
    void ancestorsFollowDependenciesWhereAsked() {
        assertThat(GRAPH.ancestors(ids("z"), Follow.PARENTS)).isEqualTo(set("x", "y", "z"));
        assertThat(GRAPH.ancestors(ids("z"), Follow.PARENTS_AND_DEPENDENCIES))
                .isEqualTo(set("a", "b", "c", "x", "y", "z"));
    }

    @Test
    void descendantsFollowDependenciesWhereAsked() {
        assertThat(GRAPH.descendants(ids("c"), Follow.PARENTS)).isEqualTo(set("c", "m"));
        assertThat(GRAPH.descendants(ids("c"), Follow.PARENTS_AND_DEPENDENCIES)).isEqualTo(set("c", "m", "y", "z"));
    }

    @Test
    void aLineageIsAncestorsAndDescendantsByParent() {
        assertThat(GRAPH.lineage(id("c"))).isEqualTo(set("a", "b", "c", "m"));
    }

    @Test
    void headsAmongRevisionsAreThoseThatNoneOfThemBuildsOn() {
        assertThat(GRAPH.headsAmong(ids("a", "b", "c", "x", "y"), Follow.PARENTS_AND_DEPENDENCIES))
                .isEqualTo(ids("y"));
        assertThat(GRAPH.headsAmong(ids("a", "b", "c", "x", "y"), Follow.PARENTS))
                .isEqualTo(ids("c", "y"));
    }

    @Test
    void passesOverIdsItDoesNotKnow() {
        assertThat(GRAPH.newestFirst(ids("nobody", "a"))).isEqualTo(ids("a"));
        assertThat(GRAPH.childrenOf(id("nobody"))).isEmpty();
    }

    @Test
    void answersInTheOrderOfTheFiles() {
        assertThat(GRAPH.ancestors(ids("m"), Follow.PARENTS)).containsExactlyElementsOf(ids("a", "b", "c", "d", "m"));
    }

    @Test
    void aLabelCoversDescendantsAndAncestorsBackToTheBranchPoint() {
        assertThat(labels(graph("a;b<a;c<b;d[left]<c;e<d;f<b")))
                .isEqualTo(Map.of("c", "left", "d", "left", "e", "left"));
    }

    @Test
    void aLabelCoversAncestorsBackToTheMergePoint() {
        assertThat(labels(graph("a;b;m<a,b;c[after]<m"))).isEqualTo(Map.of("c", "after"));
    }

    @Test
    void aLabelStopsWhereAnotherLineDependsOnTheAncestor() {
        assertThat(labels(graph("a;b[left]<a;x~a"))).isEqualTo(Map.of("b", "left"));
    }

    @Test
    void labelsOfLinesMeetInTheirMerge() {
        assertThat(labels(graph("a[left];b[right];m<a,b")))
                .isEqualTo(Map.of("a", "left", "b", "right", "m", "left right"));
    }

    private static Map<String, String> labels(RevisionGraph graph) {
        Map<String, String> labels = new TreeMap<>();
        graph.effectiveLabels().forEach((id, names) -> labels.put(id.value(), String.join(" ", names)));
        return labels;
    }

    private static RevisionId id(String name) {
        return new RevisionId(name);
    }

    private static Set<RevisionId> set(String... names) {
        return Set.copyOf(Arrays.stream(names).map(RevisionId::new).toList());
    }
}
