package com.fataplus.migrations.domain.revision;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One node of the graph, as its file's header tells it.
 *
 * @param dependsOn ids or labels of revisions that must be applied first without being parents
 * @param message the first line of the file, what people read in lists
 * @param location where it was found, for messages: a path as the user knows it
 */
public record Revision(
        RevisionId id,
        List<RevisionId> parents,
        List<String> dependsOn,
        SortedSet<String> labels,
        String message,
        Optional<OffsetDateTime> created,
        String location) {
    public Revision {
        requireNonNull(id, "id");
        parents = List.copyOf(parents);
        dependsOn = List.copyOf(dependsOn);
        labels = Collections.unmodifiableSortedSet(new TreeSet<>(labels));
        requireNonNull(message, "message");
        requireNonNull(created, "created");
        requireNonNull(location, "location");
    }

    /** The same revision on top of others. */
    Revision on(List<RevisionId> otherParents) {
        return new Revision(id, otherParents, dependsOn, labels, message, created, location);
    }

    /** True where nothing comes before it. */
    public boolean isBase() {
        return parents.isEmpty();
    }

    /** True where it joins several lines. */
    public boolean isMerge() {
        return parents.size() > 1;
    }
}
