package com.fataplus.migrations.domain.plan;

import static java.util.stream.Collectors.toCollection;

import com.fataplus.migrations.domain.ledger.AppliedRevision;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.revision.GraphCheck;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Applied revisions that no file defines, sorted by id because there is no file to sort by. */
record Orphans(RevisionGraph files, List<Revision> revisions) {
    Orphans {
        revisions = List.copyOf(revisions);
    }

    static Orphans of(RevisionGraph files, Ledger ledger) {
        return new Orphans(
                files,
                ledger.byId().values().stream()
                        .filter(row -> files.find(row.id()).isEmpty())
                        .sorted(Comparator.comparing(AppliedRevision::id))
                        .map(AppliedRevision::asRevision)
                        .toList());
    }

    /** The files' graph with the orphans in their places. */
    RevisionGraph adopted() {
        if (revisions.isEmpty()) {
            return files;
        }
        Set<RevisionId> everything = new HashSet<>(files.ids());
        revisions.forEach(orphan -> everything.add(orphan.id()));
        // Rows changed by hand may come before themselves; then their links to files are all that is left to trust.
        for (Set<RevisionId> linkable : List.of(everything, files.ids())) {
            if (RevisionGraph.check(joined(linkable)) instanceof GraphCheck.Sound sound) {
                return sound.graph();
            }
        }
        return files;
    }

    private List<Revision> joined(Set<RevisionId> linkable) {
        Set<String> orphanNames =
                revisions.stream().map(orphan -> orphan.id().value()).collect(toCollection(HashSet::new));
        List<Revision> joined = new ArrayList<>();
        Set<String> taken = new HashSet<>(orphanNames);
        for (Revision file : files.revisions()) {
            joined.add(beside(orphanNames, file));
            taken.add(file.id().value());
            taken.addAll(file.labels());
        }
        revisions.forEach(orphan -> joined.add(fitted(orphan, linkable, taken)));
        return joined;
    }

    /** A file's revision, which gives up a label that an orphan has as its id. */
    private Revision beside(Set<String> orphanNames, Revision file) {
        boolean apart =
                Collections.disjoint(file.labels(), orphanNames) && Collections.disjoint(file.dependsOn(), orphanNames);
        return apart
                ? file
                : linked(
                        file,
                        file.parents(),
                        files.dependenciesOf(file.id()),
                        file.labels().stream()
                                .filter(label -> !orphanNames.contains(label))
                                .toList());
    }

    /** An orphan without links to what nobody knows any more, and without labels that somebody else has by now. */
    private static Revision fitted(Revision orphan, Set<RevisionId> linkable, Set<String> taken) {
        return linked(
                orphan,
                orphan.parents().stream().filter(linkable::contains).toList(),
                orphan.dependsOn().stream()
                        .map(RevisionId::new)
                        .filter(linkable::contains)
                        .toList(),
                orphan.labels().stream().filter(taken::add).toList());
    }

    private static Revision linked(
            Revision revision, List<RevisionId> parents, List<RevisionId> dependsOn, List<String> labels) {
        return new Revision(
                revision.id(),
                parents,
                dependsOn.stream().map(RevisionId::value).toList(),
                new TreeSet<>(labels),
                revision.message(),
                revision.created(),
                revision.location());
    }
}
