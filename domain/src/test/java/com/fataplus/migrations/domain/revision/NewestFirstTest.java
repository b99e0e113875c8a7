package com.fataplus.migrations.domain.revision;

import static com.fataplus.migrations.domain.revision.Follow.PARENTS;
import static com.fataplus.migrations.domain.revision.Follow.PARENTS_AND_DEPENDENCIES;
import static com.fataplus.migrations.domain.revision.GraphNotation.graph;
import static com.fataplus.migrations.domain.revision.GraphNotation.ids;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NewestFirstTest {
    private static final int GRAPHS = 500;

    @Test
    void followsALineBeforeItTurnsToTheNext() {
        assertThat(graph("a;b<a;c<b;x;y<x").newestFirst(ids("a", "b", "c", "x", "y")))
                .isEqualTo(ids("c", "b", "a", "y", "x"));
    }

    @Test
    void waitsAtABranchPointForTheOtherBranch() {
        assertThat(listed(graph("a;b<a;c<b;d<a;e<d"))).isEqualTo(ids("c", "b", "e", "d", "a"));
    }

    @Test
    void listsDependenciesAfterParentsAsDeclared() {
        assertThat(listed(graph("a;b;p;d<p~b,a"))).isEqualTo(ids("d", "p", "b", "a"));
    }

    @Test
    void keepsRevisionsApartFromWhatOnlyUnlistedOnesConnect() {
        assertThat(graph("old;between<old;new<between;other").newestFirst(ids("old", "other", "new")))
                .isEqualTo(ids("new", "old", "other"));
    }

    @Test
    void isTheWalkThatAsksForAncestorsAtEveryStep() {
        RandomGraphs.check(GRAPHS, (revisions, graph, random) -> {
            Set<RevisionId> wanted = closed(graph, random);

            assertThat(graph.newestFirst(wanted)).isEqualTo(slowly(graph, wanted));
        });
    }

    @Test
    void listsAnySubsetWithoutPuttingARevisionBeforeWhatBuildsOnIt() {
        RandomGraphs.check(GRAPHS, (revisions, graph, random) -> {
            List<RevisionId> wanted = new ArrayList<>(graph.ids());
            wanted.removeIf(id -> random.nextBoolean());
            List<RevisionId> listed = graph.newestFirst(wanted);

            assertThat(listed).containsExactlyInAnyOrderElementsOf(wanted);
            for (RevisionId id : listed) {
                assertThat(strictAncestors(graph, id))
                        .as("ancestors of %s, which come after it", id)
                        .doesNotContainAnyElementsOf(listed.subList(0, listed.indexOf(id) + 1));
            }
        });
    }

    @Test
    void dependsOnTheOrderOfTheFilesAlone() {
        RandomGraphs.check(GRAPHS, (revisions, graph, random) -> {
            List<Revision> sorted = new ArrayList<>(revisions);
            Collections.shuffle(sorted, random);
            sorted.sort(Comparator.comparing(Revision::location));
            List<RevisionId> wanted = new ArrayList<>(graph.ids());
            Collections.shuffle(wanted, random);

            assertThat(graph(sorted).newestFirst(wanted)).isEqualTo(graph.newestFirst(graph.ids()));
        });
    }

    private static List<RevisionId> listed(RevisionGraph graph) {
        return graph.newestFirst(graph.ids());
    }

    /** What some upgrade would run: all that is needed, without all that other revisions need. */
    private static Set<RevisionId> closed(RevisionGraph graph, Random random) {
        Set<RevisionId> wanted = new LinkedHashSet<>(graph.ancestors(
                random.nextBoolean() ? graph.ids() : RandomGraphs.some(List.copyOf(graph.ids()), random),
                PARENTS_AND_DEPENDENCIES));
        wanted.removeAll(graph.ancestors(
                RandomGraphs.some(graph.revisions().stream().map(Revision::id).toList(), random),
                PARENTS_AND_DEPENDENCIES));
        return wanted;
    }

    /** The rule as one would write it down: simple, and quadratic. */
    private static List<RevisionId> slowly(RevisionGraph graph, Set<RevisionId> wanted) {
        List<RevisionId> lines = new ArrayList<>(graph.headsAmong(wanted, PARENTS_AND_DEPENDENCIES));
        List<RevisionId> listed = new ArrayList<>();
        int line = 0;
        while (!lines.isEmpty()) {
            RevisionId candidate = lines.get(line);
            var blocking = lines.stream()
                    .filter(other -> strictAncestors(graph, other).contains(candidate))
                    .findFirst();
            if (blocking.isPresent()) {
                line = lines.indexOf(blocking.get());
                continue;
            }
            listed.add(candidate);
            List<RevisionId> next = requirements(graph, candidate).stream()
                    .filter(id -> wanted.contains(id) && !lines.contains(id))
                    .toList();
            if (next.isEmpty()) {
                lines.remove(line);
                line = Math.max(line - 1, 0);
            } else {
                lines.set(line, next.getFirst());
                lines.addAll(next.subList(1, next.size()));
            }
        }
        return listed;
    }

    private static Collection<RevisionId> requirements(RevisionGraph graph, RevisionId id) {
        Set<RevisionId> dependencies = new LinkedHashSet<>(graph.dependenciesOf(id));
        Set<RevisionId> ancestors = new LinkedHashSet<>(graph.ancestors(List.of(id), PARENTS));
        ancestors.remove(id);
        ancestors.forEach(ancestor -> dependencies.removeAll(Set.copyOf(graph.dependenciesOf(ancestor))));
        Set<RevisionId> requirements = new LinkedHashSet<>(graph.parentsOf(id));
        requirements.addAll(dependencies);
        return requirements;
    }

    private static Set<RevisionId> strictAncestors(RevisionGraph graph, RevisionId id) {
        Set<RevisionId> ancestors = new LinkedHashSet<>(graph.ancestors(List.of(id), PARENTS_AND_DEPENDENCIES));
        ancestors.remove(id);
        return ancestors;
    }
}
