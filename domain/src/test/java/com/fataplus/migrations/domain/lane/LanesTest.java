package com.fataplus.migrations.domain.lane;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.domain.lane.Lane.Kind;
import com.fataplus.migrations.domain.revision.GraphNotation;
import com.fataplus.migrations.domain.revision.RandomGraphs;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LanesTest {
    private static final int GRAPHS = 300;

    @Test
    void aLineOfHistoryStaysInOneColumn() {
        assertThat(rows("a;b<a;c<b")).extracting(LaneRow::column).containsExactly(0, 0, 0);
    }

    @Test
    void aMergeOpensAColumnAndTheForkClosesIt() {
        List<LaneRow> rows = rows("a;b<a;c<a;m<b,c");

        assertThat(rows).extracting(row -> row.revision() + " " + row.column()).contains("m 0", "a 0");
        assertThat(rows.getFirst().beginning()).extracting(Lane::column).containsExactly(0, 1);
        assertThat(rows.getLast().ending()).extracting(Lane::column).containsExactly(0, 1);
    }

    @Test
    void aDependencyIsALaneOfItsOwnKind() {
        assertThat(rows("a;b~a").getFirst().beginning()).extracting(Lane::kind).containsExactly(Kind.DEPENDENCY);
    }

    @Test
    void aParentThatIsADependencyTooIsDrawnOnce() {
        assertThat(rows("a;b<a~a").getFirst().beginning())
                .extracting(Lane::kind)
                .containsExactly(Kind.PARENT);
    }

    @Test
    void linesToRevisionsThatAreNotListedAreLeftOut() {
        RevisionGraph graph = GraphNotation.graph("a;b<a");

        assertThat(Lanes.of(List.of(new RevisionId("b")), graph).getFirst().beginning())
                .isEmpty();
    }

    @Test
    void everyLinkHasExactlyOneLane() {
        everywhere((graph, rows) -> assertThat(rows.stream()
                        .flatMap(row -> row.beginning().stream())
                        .map(lane -> lane.from() + " " + lane.kind() + " " + lane.to()))
                .containsExactlyInAnyOrderElementsOf(links(graph)));
    }

    @Test
    void aLaneRunsDownToItsRevisionWithoutABreak() {
        everywhere((graph, rows) -> {
            List<Lane> running = new ArrayList<>();
            for (LaneRow row : rows) {
                assertThat(Stream.of(row.ending(), row.passing()).flatMap(List::stream))
                        .containsExactlyInAnyOrderElementsOf(running);
                assertThat(row.ending()).allMatch(lane -> lane.to().equals(row.revision()));
                assertThat(row.passing()).noneMatch(lane -> lane.to().equals(row.revision()));
                running.removeAll(row.ending());
                running.addAll(row.beginning());
            }
            assertThat(running).isEmpty();
        });
    }

    @Test
    void noTwoLanesShareAColumn() {
        everywhere((graph, rows) -> rows.forEach(row -> {
            assertThat(Stream.of(row.passing(), row.beginning()).flatMap(List::stream))
                    .extracting(Lane::column)
                    .doesNotHaveDuplicates();
            assertThat(row.passing()).extracting(Lane::column).doesNotContain(row.column());
        }));
    }

    @Test
    void whateverLineGoesOnDoesSoBelowItsRevision() {
        everywhere((graph, rows) -> rows.stream()
                .filter(row -> !row.beginning().isEmpty())
                .forEach(row ->
                        assertThat(row.beginning()).extracting(Lane::column).contains(row.column())));
    }

    private static void everywhere(Law law) {
        RandomGraphs.check(
                GRAPHS,
                (revisions, graph, random) -> law.holdsFor(graph, Lanes.of(graph.newestFirst(graph.ids()), graph)));
    }

    private interface Law {
        void holdsFor(RevisionGraph graph, List<LaneRow> rows);
    }

    private static List<LaneRow> rows(String notation) {
        RevisionGraph graph = GraphNotation.graph(notation);
        return Lanes.of(graph.newestFirst(graph.ids()), graph);
    }

    private static List<String> links(RevisionGraph graph) {
        Map<String, String> kinds = new HashMap<>();
        for (RevisionId id : graph.ids()) {
            graph.dependenciesOf(id).forEach(to -> kinds.put(id + " %s " + to, "DEPENDENCY"));
            graph.parentsOf(id).forEach(to -> kinds.put(id + " %s " + to, "PARENT"));
        }
        return kinds.entrySet().stream()
                .map(link -> link.getKey().formatted(link.getValue()))
                .toList();
    }
}
