package com.fataplus.migrations.domain.plan;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.revision.Follow;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.revision.SpecResolver;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Files and ledger together: what was applied takes part although its file is gone.
 *
 * @param graph the files' revisions, and after them those that only the ledger knows
 * @param applied all that stands in the database, oldest first
 */
public record KnownRevisions(RevisionGraph files, RevisionGraph graph, Set<RevisionId> applied) {
    public KnownRevisions {
        requireNonNull(files, "files");
        requireNonNull(graph, "graph");
        applied = Collections.unmodifiableSet(new LinkedHashSet<>(applied));
    }

    /** Joins them. A file's word counts more than its row's: it may have got other parents since it was applied. */
    public static KnownRevisions join(RevisionGraph files, Ledger ledger) {
        return new KnownRevisions(files, Orphans.of(files, ledger).adopted(), ledger.ids());
    }

    /** The applied revisions that no other applied one builds on, sorted. */
    public List<RevisionId> currentHeads() {
        return headsOf(applied);
    }

    /** The files' revisions that are not applied, in the order they would run. */
    public List<Revision> pending() {
        Set<RevisionId> pending = new LinkedHashSet<>(files.ids());
        pending.removeAll(applied);
        return revisions(files.newestFirst(pending).reversed());
    }

    /** Tells what names mean here. */
    public SpecResolver resolver() {
        return new SpecResolver(files, graph, applied);
    }

    /** The revisions with these ids, as their files have them where there are files. */
    List<Revision> revisions(List<RevisionId> ids) {
        return ids.stream()
                .flatMap(id -> files.find(id).or(() -> graph.find(id)).stream())
                .toList();
    }

    /** What the targets need, themselves included, and is not applied. */
    Set<RevisionId> missingFor(Collection<RevisionId> targets) {
        Set<RevisionId> missing = new LinkedHashSet<>(graph.ancestors(targets, Follow.PARENTS_AND_DEPENDENCIES));
        missing.removeAll(applied);
        return missing;
    }

    /**
     * What is applied on top of a target: descendants that begin with one of its children in the lineage, and all that depends on those. What
     * merely depends on the target itself is not on top of it. An empty target is the place before the first revision.
     */
    Set<RevisionId> appliedOn(Optional<RevisionId> target, Set<RevisionId> lineage) {
        List<RevisionId> lowest = target.map(graph::childrenOf).orElseGet(graph::bases).stream()
                .filter(lineage::contains)
                .toList();
        Set<RevisionId> above = new LinkedHashSet<>(graph.descendants(lowest, Follow.PARENTS_AND_DEPENDENCIES));
        above.retainAll(applied);
        return above;
    }

    /** The applied heads, sorted, once some revisions are taken away and some are added. */
    List<RevisionId> headsAfter(Collection<RevisionId> taken, Collection<RevisionId> added) {
        Set<RevisionId> after = new LinkedHashSet<>(applied);
        after.removeAll(taken);
        after.addAll(added);
        return headsOf(after);
    }

    private List<RevisionId> headsOf(Collection<RevisionId> revisions) {
        return graph.headsAmong(revisions, Follow.PARENTS_AND_DEPENDENCIES).stream()
                .sorted()
                .toList();
    }
}
