package com.fataplus.migrations.domain.revision;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.revision.Reading.Refused;
import com.fataplus.migrations.domain.revision.SpecRefusal.OutsideLineage;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The revisions among which a name is looked for.
 *
 * @param name what stands before {@code @}; empty where all revisions are meant
 */
record Lineage(Optional<Anchor.Name> name, Set<RevisionId> members) {
    Lineage {
        requireNonNull(name, "name");
        requireNonNull(members, "members");
    }

    /** Those of the revisions that belong to it, in their order. */
    List<RevisionId> among(Collection<RevisionId> ids) {
        return ids.stream().filter(members::contains).toList();
    }

    /** The refusal of a name that leads out of it; only a lineage with a name has an outside. */
    <T> Reading<T> excludes(String other) {
        return new Refused<>(new OutsideLineage(other, name.orElseThrow().text()));
    }
}
