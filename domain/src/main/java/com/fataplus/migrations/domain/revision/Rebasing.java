package com.fataplus.migrations.domain.revision;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether a branch can be given another revision to stand on. */
public sealed interface Rebasing {
    /**
     * It can.
     *
     * @param first the oldest revision of the branch that the new place does not have; only its parents change
     * @param after the same revision with its new parent
     * @param moved all that comes along, {@code first} included, oldest first
     */
    record Move(Revision first, Revision after, List<RevisionId> moved) implements Rebasing {
        public Move {
            requireNonNull(first, "first");
            requireNonNull(after, "after");
            moved = List.copyOf(moved);
        }
    }

    /** The new place builds on the branch, or is part of it. */
    record NothingOfItsOwn(RevisionId branch, RevisionId onto) implements Rebasing {}

    /** The branch stands there already. */
    record ThereAlready(RevisionId first, RevisionId onto) implements Rebasing {}

    /** The branch joins lines that all are unknown to the new place. */
    record SeveralBeginnings(RevisionId branch, List<RevisionId> beginnings) implements Rebasing {
        public SeveralBeginnings {
            beginnings = List.copyOf(beginnings);
        }
    }

    /** The new place depends on what would then build on it. */
    record Circular(List<GraphProblem> problems) implements Rebasing {
        public Circular {
            problems = List.copyOf(problems);
        }
    }

    /** Looks at the line of {@code branch} as far as {@code onto} does not have it. */
    static Rebasing of(RevisionGraph graph, RevisionId branch, RevisionId onto) {
        Set<RevisionId> own = new HashSet<>(graph.ancestors(List.of(branch), Follow.PARENTS));
        own.removeAll(graph.ancestors(List.of(onto), Follow.PARENTS));
        if (own.isEmpty()) {
            return new NothingOfItsOwn(branch, onto);
        }
        List<Revision> beginnings = own.stream()
                .sorted()
                .flatMap(id -> graph.find(id).stream())
                .filter(revision -> revision.parents().stream().noneMatch(own::contains))
                .toList();
        if (beginnings.size() > 1) {
            return new SeveralBeginnings(
                    branch, beginnings.stream().map(Revision::id).toList());
        }
        Revision first = beginnings.getFirst();
        return first.parents().equals(List.of(onto))
                ? new ThereAlready(first.id(), onto)
                : moved(graph, first, first.on(List.of(onto)));
    }

    private static Rebasing moved(RevisionGraph graph, Revision first, Revision after) {
        List<Revision> all = graph.revisions().stream()
                .map(revision -> revision.equals(first) ? after : revision)
                .toList();
        return switch (RevisionGraph.check(all)) {
            case GraphCheck.Broken(var problems) -> new Circular(problems);
            case GraphCheck.Sound(var moved) ->
                new Move(
                        first,
                        after,
                        moved.newestFirst(moved.descendants(List.of(first.id()), Follow.PARENTS))
                                .reversed());
        };
    }

    /** The heads that a branch is not part of. */
    static List<RevisionId> otherHeads(RevisionGraph graph, RevisionId branch) {
        Set<RevisionId> above = graph.descendants(List.of(branch), Follow.PARENTS);
        return graph.heads().stream().filter(head -> !above.contains(head)).toList();
    }
}
