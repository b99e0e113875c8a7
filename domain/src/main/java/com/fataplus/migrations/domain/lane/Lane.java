package com.fataplus.migrations.domain.lane;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.revision.RevisionId;

/**
 * One line of the picture: it leads straight down a column of its own, from a revision to one that comes before it.
 *
 * @param column counted from 0, at the left
 */
public record Lane(RevisionId from, RevisionId to, Kind kind, int column) {
    public Lane {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(kind, "kind");
    }

    /** What the lower revision is to the upper one. */
    public enum Kind {
        PARENT,
        DEPENDENCY
    }
}
