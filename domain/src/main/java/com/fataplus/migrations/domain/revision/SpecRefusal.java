package com.fataplus.migrations.domain.revision;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** Why a typed name does not lead to revisions. */
public sealed interface SpecRefusal {
    /** The text is no name at all, as {@code +2foo}. */
    record Malformed(String text, String reason) implements SpecRefusal {}

    /**
     * Nothing is called so.
     *
     * @param similar names that look like it, best first
     */
    record Unknown(String name, List<String> similar) implements SpecRefusal {
        public Unknown {
            similar = List.copyOf(similar);
        }
    }

    /** Several revisions begin so. */
    record Ambiguous(String prefix, List<RevisionId> candidates) implements SpecRefusal {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /** The revision exists, but not on the line asked for. */
    record OutsideLineage(String name, String lineage) implements SpecRefusal {}

    /** {@code head} where there are several. */
    record SeveralHeads(List<RevisionId> heads) implements SpecRefusal {
        public SeveralHeads {
            heads = List.copyOf(heads);
        }
    }

    /**
     * A number of steps that leads past the end of the graph.
     *
     * @param available how many steps there are that way
     */
    record TooFar(String text, int available) implements SpecRefusal {}

    /**
     * A step with several ways to go on.
     *
     * @param at where the ways part; empty before the first revision
     */
    record AmbiguousWalk(String text, Optional<RevisionId> at, List<RevisionId> ways) implements SpecRefusal {
        public AmbiguousWalk {
            requireNonNull(at, "at");
            ways = List.copyOf(ways);
        }
    }

    /** A number of steps that could be counted from several revisions. */
    record SeveralStarts(String text, List<RevisionId> starts) implements SpecRefusal {
        public SeveralStarts {
            starts = List.copyOf(starts);
        }
    }

    /** A range whose lower end is no ancestor of its upper end. */
    record NotBelow(String lower, String upper) implements SpecRefusal {}
}
