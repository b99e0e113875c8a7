package com.fataplus.migrations.domain.revision;

import java.util.List;

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
}
