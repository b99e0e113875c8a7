package com.fataplus.migrations.domain.ledger;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A snapshot of what a database says was applied to it, oldest first.
 *
 * @param unfinished the newest run that began and never ended, where there is one
 */
public record Ledger(List<AppliedRevision> applied, Optional<Run> unfinished) {
    /** A database nobody has migrated yet. */
    public static final Ledger EMPTY = new Ledger(List.of(), Optional.empty());

    public Ledger {
        applied = List.copyOf(applied);
        requireNonNull(unfinished, "unfinished");
    }

    /** The applied revisions by id, oldest first. */
    public Map<RevisionId, AppliedRevision> byId() {
        Map<RevisionId, AppliedRevision> byId = new LinkedHashMap<>();
        applied.forEach(row -> byId.put(row.id(), row));
        return byId;
    }

    /** The ids of all that was applied, oldest first. */
    public Set<RevisionId> ids() {
        return Collections.unmodifiableSet(byId().keySet());
    }

    /** The applied revisions that no other applied one builds on, by parent or dependency; sorted by id. */
    public List<RevisionId> heads() {
        Set<RevisionId> needed = needed();
        return withoutChildren().filter(id -> !needed.contains(id)).toList();
    }

    /** The applied revisions that are no other one's parent, but that one depends on; sorted by id. */
    public List<RevisionId> dependencyHeads() {
        Set<RevisionId> needed = needed();
        return withoutChildren().filter(needed::contains).toList();
    }

    private Set<RevisionId> needed() {
        return applied.stream().flatMap(row -> row.dependsOn().stream()).collect(toUnmodifiableSet());
    }

    private Stream<RevisionId> withoutChildren() {
        Set<RevisionId> parents =
                applied.stream().flatMap(row -> row.parents().stream()).collect(toUnmodifiableSet());
        return applied.stream()
                .map(AppliedRevision::id)
                .filter(id -> !parents.contains(id))
                .sorted();
    }
}
