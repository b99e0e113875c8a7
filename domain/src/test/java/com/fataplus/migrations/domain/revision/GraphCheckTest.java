package com.fataplus.migrations.domain.revision;

import static com.fataplus.migrations.domain.revision.GraphNotation.graph;
import static com.fataplus.migrations.domain.revision.GraphNotation.revisions;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GraphCheckTest {
    @Test
    void noRevisionsAreAGraph() {
        assertThat(graph("").revisions()).isEmpty();
    }

    @Test
    void namesEveryFileOfADuplicateId() {
        assertThat(messages("a;b<a;a;b<a"))
                .containsExactly(
                        "several files say 'Revision: a': 00000.sql, 00002.sql",
                        "several files say 'Revision: b': 00001.sql, 00003.sql");
    }

    @Test
    void suggestsNamesForAMissingParent() {
        assertThat(messages("4f1c2a9be07d;b<4f1c2a9be0d7"))
                .containsExactly("00001.sql: revision b names the parent '4f1c2a9be0d7', which no file defines;"
                        + " did you mean 4f1c2a9be07d?");
    }

    @Test
    void suggestsLabelsForAMissingDependency() {
        assertThat(messages("a[billing];b~biling"))
                .containsExactly("00001.sql: revision b names the dependency 'biling', which no file defines;"
                        + " did you mean billing?");
    }

    @Test
    void aLabelIsNoParent() {
        assertThat(codes("a[billing];b<billing")).containsExactly("graph.missing-parent");
    }

    @Test
    void stopsSuggestingWhenMostNamesAreMissing() {
        List<Revision> revisions = new ArrayList<>();
        IntStream.range(0, 100)
                .forEach(number -> revisions.add(
                        GraphNotation.revision("r%04d<x%04d".formatted(number, number), number + ".sql")));

        assertThat(problems(revisions))
                .hasSize(100)
                .last()
                .isInstanceOfSatisfying(
                        GraphProblem.Missing.class,
                        missing -> assertThat(missing.similar()).isEmpty());
    }

    @Test
    void tellsASelfLoop() {
        assertThat(messages("a<a")).containsExactly("cycle: a (00000.sql) -> a");
    }

    @Test
    void tellsADependencyOnOneself() {
        assertThat(messages("a[me]~me")).containsExactly("dependency cycle: a (00000.sql) -> a");
    }

    @Test
    void tellsACycleOfParentsFromItsFirstFile() {
        assertThat(messages("a<c;b<a;c<b"))
                .containsExactly("cycle: a (00000.sql) -> c (00002.sql) -> b (00001.sql) -> a");
    }

    @Test
    void tellsACycleThatNeedsADependency() {
        assertThat(messages("a~c;b<a;c<b"))
                .containsExactly("dependency cycle: a (00000.sql) -> c (00002.sql) -> b (00001.sql) -> a");
    }

    @Test
    void aCycleOfParentsDoesNotHideOneOfDependencies() {
        assertThat(codes("a<b;b<a~c;c<b")).containsExactly("graph.cycle", "graph.dependency-cycle");
    }

    @Test
    void tellsEachOfSeveralCycles() {
        assertThat(codes("a<b;b<a;c<d;d<c")).containsExactly("graph.cycle", "graph.cycle");
    }

    @Test
    void refusesALabelThatTwoRevisionsClaim() {
        assertThat(messages("a[billing];b[billing]"))
                .containsExactly("00001.sql: the label 'billing' is already used by a (00000.sql)");
    }

    @Test
    void refusesALabelThatIsAnotherRevisionsId() {
        assertThat(messages("a[b];b")).containsExactly("00000.sql: the label 'b' is already used by b (00001.sql)");
    }

    @Test
    void aLabelMayRepeatItsOwnRevisionsId() {
        assertThat(graph("a[a];b~a").dependenciesOf(new RevisionId("b"))).containsExactly(new RevisionId("a"));
    }

    @Test
    void tellsAllProblemsAtOnce() {
        assertThat(codes("a;a;b[l];c[l]<nobody;d~nothing;e<e;f~f"))
                .containsExactly(
                        "graph.duplicate-id",
                        "graph.label-taken",
                        "graph.missing-parent",
                        "graph.missing-dependency",
                        "graph.cycle",
                        "graph.dependency-cycle");
    }

    private static List<String> messages(String notation) {
        return problems(revisions(notation)).stream().map(GraphProblem::message).toList();
    }

    private static List<String> codes(String notation) {
        return problems(revisions(notation)).stream().map(GraphProblem::code).toList();
    }

    private static List<GraphProblem> problems(List<Revision> revisions) {
        return switch (RevisionGraph.check(revisions)) {
            case GraphCheck.Broken(var problems) -> problems;
            case GraphCheck.Sound(var graph) -> throw new AssertionError("sound: " + graph.revisions());
        };
    }
}
