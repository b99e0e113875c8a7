package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One revision as lists show it.
 *
 * @param dependsOn resolved to ids
 */
public record RevisionLine(Revision revision, List<RevisionId> dependsOn, Set<Mark> marks) {
    public RevisionLine {
        requireNonNull(revision, "revision");
        dependsOn = List.copyOf(dependsOn);
        marks = Set.copyOf(marks);
    }

    /** What is special about a revision's place in the graph. */
    public enum Mark {
        /** Nothing builds on it. */
        HEAD,
        /** No revision has it as a parent, but one depends on it. */
        EFFECTIVE_HEAD,
        /** Several revisions have it as a parent. */
        BRANCHPOINT,
        /** It has several parents. */
        MERGEPOINT,
        /** The database is here. */
        CURRENT,
        /** It stands in the database. */
        APPLIED
    }

    /** The lines of revisions as the graph alone tells them. */
    static List<RevisionLine> all(Collection<RevisionId> ids, RevisionGraph graph) {
        return ids.stream()
                .map(id -> of(graph.find(id).orElseThrow(), graph, Set.of(), Set.of()))
                .toList();
    }

    /** The line of a revision, with what a ledger says about it. */
    static RevisionLine of(Revision revision, RevisionGraph graph, Set<RevisionId> current, Set<RevisionId> applied) {
        RevisionId id = revision.id();
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        if (graph.heads().contains(id)) {
            marks.add(graph.effectiveHeads().contains(id) ? Mark.HEAD : Mark.EFFECTIVE_HEAD);
        }
        if (graph.childrenOf(id).size() > 1) {
            marks.add(Mark.BRANCHPOINT);
        }
        if (revision.isMerge()) {
            marks.add(Mark.MERGEPOINT);
        }
        if (current.contains(id)) {
            marks.add(Mark.CURRENT);
        }
        if (applied.contains(id)) {
            marks.add(Mark.APPLIED);
        }
        return new RevisionLine(revision, graph.dependenciesOf(id), marks);
    }
}
