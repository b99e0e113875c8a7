package com.fataplus.migrations.application.usecase;

import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.RefusedFailure;
import com.fataplus.migrations.domain.revision.Follow;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What new revisions may build on. */
final class ParentChoice {
    private ParentChoice() {}

    /** The only head, or none where there are no files yet; refused where several leave it uncertain. */
    static List<RevisionId> onlyHead(RevisionGraph graph) {
        if (graph.heads().size() > 1) {
            throw refused(
                    "revision.several-heads",
                    "%d heads: %s; a new revision builds on one of them"
                            .formatted(graph.heads().size(), names(graph.heads())),
                    "say which: --head %s; or join them first: fata merge"
                            .formatted(graph.heads().getFirst()));
        }
        return graph.heads();
    }

    /** The same revisions, once it is certain that they may be parents together. */
    static List<RevisionId> checked(RevisionGraph graph, List<RevisionId> parents, Splice splice) {
        refuseRepetition(parents);
        refuseAncestors(graph, parents);
        switch (splice) {
            case REFUSED -> refuseInnerRevisions(graph, parents);
            case ALLOWED -> {}
        }
        return parents;
    }

    private static void refuseRepetition(List<RevisionId> parents) {
        Set<RevisionId> seen = new HashSet<>();
        parents.stream().filter(id -> !seen.add(id)).findFirst().ifPresent(twice -> {
            throw refused("revision.parent-twice", "revision " + twice + " is named twice", "name each once");
        });
    }

    private static void refuseAncestors(RevisionGraph graph, List<RevisionId> parents) {
        for (RevisionId descendant : parents) {
            Set<RevisionId> ancestors = graph.ancestors(List.of(descendant), Follow.PARENTS);
            parents.stream()
                    .filter(other -> !other.equals(descendant) && ancestors.contains(other))
                    .findFirst()
                    .ifPresent(ancestor -> {
                        throw refused(
                                "revision.parent-implied",
                                "%s is an ancestor of %s: there is nothing to join".formatted(ancestor, descendant),
                                "name " + descendant + " only");
                    });
        }
    }

    private static void refuseInnerRevisions(RevisionGraph graph, List<RevisionId> parents) {
        parents.stream()
                .filter(id -> !graph.childrenOf(id).isEmpty())
                .findFirst()
                .ifPresent(inner -> {
                    throw refused(
                            "revision.not-a-head",
                            "revision %s is not a head: %s builds on it"
                                    .formatted(inner, names(graph.childrenOf(inner))),
                            "begin a branch there with --splice, or name a head: " + names(graph.heads()));
                });
    }

    private static String names(List<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).collect(joining(", "));
    }

    private static MigrationException refused(String code, String summary, String remedy) {
        return new MigrationException(new RefusedFailure.NotAllowed(code, summary, Optional.of(remedy)));
    }
}
