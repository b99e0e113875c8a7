package com.fataplus.migrations.domain.ledger;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.revision.Checksum;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One row of the ledger: a revision that stands in the database, with enough to know its place in the graph after its file is gone.
 *
 * @param dependsOn resolved to ids when it was applied
 * @param run the run that applied it
 * @param appliedBy the database role
 */
public record AppliedRevision(
        RevisionId id,
        List<RevisionId> parents,
        List<RevisionId> dependsOn,
        SortedSet<String> labels,
        String message,
        Checksum checksum,
        RunId run,
        Instant appliedAt,
        String appliedBy,
        Duration duration) {
    public AppliedRevision {
        requireNonNull(id, "id");
        parents = List.copyOf(parents);
        dependsOn = List.copyOf(dependsOn);
        labels = Collections.unmodifiableSortedSet(new TreeSet<>(labels));
        requireNonNull(message, "message");
        requireNonNull(checksum, "checksum");
        requireNonNull(run, "run");
        requireNonNull(appliedAt, "appliedAt");
        requireNonNull(appliedBy, "appliedBy");
        requireNonNull(duration, "duration");
    }

    /** The revision as the graph knows it, for one whose file is gone. */
    public Revision asRevision() {
        return new Revision(
                id,
                parents,
                dependsOn.stream().map(RevisionId::value).toList(),
                labels,
                message,
                Optional.empty(),
                "ledger");
    }
}
