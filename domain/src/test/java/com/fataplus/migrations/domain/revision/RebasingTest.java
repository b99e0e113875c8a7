package com.fataplus.migrations.domain.revision;

import static com.fataplus.migrations.domain.revision.GraphNotation.graph;
import static com.fataplus.migrations.domain.revision.GraphNotation.ids;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RebasingTest {
    @ParameterizedTest
    @CsvSource({
        "a;b<a;c<a;d<c,         d, b, c, 'c,d'",
        "a;b<a;c<a;d<c,         c, b, c, 'c,d'",
        "a;x;y<x,               y, a, x, 'x,y'",
        "a;b<a;c<a;d<c;e<c,     d, b, c, 'c,d,e'",
        "a;b<a;c<b;d<a,         d, b, d, 'd'",
        "a;b<a;c<a;m<b+c;d<b,   m, d, c, 'c,m'"
    })
    void movesTheFirstRevisionThatTheOtherLineDoesNotHave(
            String graph, String branch, String onto, String first, String moved) {
        Rebasing rebasing = Rebasing.of(graph(graph.replace("+", ",")), new RevisionId(branch), new RevisionId(onto));

        assertThat(rebasing).isInstanceOfSatisfying(Rebasing.Move.class, move -> {
            assertThat(move.first().id().value()).isEqualTo(first);
            assertThat(move.after().parents()).isEqualTo(ids(onto));
            assertThat(move.moved())
                    .containsExactlyInAnyOrder(ids(moved.split(",")).toArray(RevisionId[]::new));
        });
    }

    @Test
    void refusesABranchWithSeveralBeginnings() {
        assertThat(Rebasing.of(graph("a;b<a;c<a;m<b,c;d<a"), new RevisionId("m"), new RevisionId("d")))
                .isEqualTo(new Rebasing.SeveralBeginnings(new RevisionId("m"), ids("b", "c")));
    }

    @Test
    void refusesANewPlaceThatDependsOnTheBranch() {
        assertThat(Rebasing.of(graph("a;b<a~c;c<a"), new RevisionId("c"), new RevisionId("b")))
                .isInstanceOf(Rebasing.Circular.class);
    }

    /** A move changes one revision, leaves a graph, and brings the branch above the new place. */
    @Test
    void keepsItsPromiseForGraphsOfAnyShape() {
        AtomicInteger moves = new AtomicInteger();
        RandomGraphs.check(2_000, (revisions, graph, random) -> {
            RevisionId branch = revisions.get(random.nextInt(revisions.size())).id();
            RevisionId onto = revisions.get(random.nextInt(revisions.size())).id();
            if (Rebasing.of(graph, branch, onto) instanceof Rebasing.Move move) {
                moves.incrementAndGet();
                RevisionGraph after = graph(revisions.stream()
                        .map(revision -> revision.equals(move.first()) ? move.after() : revision)
                        .toList());
                assertThat(after.ancestors(List.of(branch), Follow.PARENTS)).contains(onto);
                assertThat(graph.ancestors(List.of(onto), Follow.PARENTS)).doesNotContainAnyElementsOf(move.moved());
                assertThat(move.moved())
                        .contains(branch)
                        .startsWith(move.first().id());
            }
        });
        assertThat(moves.get()).isGreaterThan(200);
    }
}
