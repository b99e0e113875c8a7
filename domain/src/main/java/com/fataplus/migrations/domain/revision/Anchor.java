package com.fataplus.migrations.domain.revision;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;

/** What a spec names or counts from. */
public sealed interface Anchor {
    /** A word that means other revisions from day to day; written in lower case. */
    enum Symbol implements Anchor {
        /** The one revision that has no children. */
        HEAD,
        /** All that nothing builds on. */
        HEADS,
        /** Before the first revision. */
        BASE,
        /** Where the database is. */
        CURRENT;

        static Optional<Symbol> of(String text) {
            return Arrays.stream(values())
                    .filter(symbol -> symbol.word().equals(text))
                    .findFirst();
        }

        /** As people type it. */
        public String word() {
            return switch (this) {
                case HEAD -> "head";
                case HEADS -> "heads";
                case BASE -> "base";
                case CURRENT -> "current";
            };
        }
    }

    /** An id, a label, or the beginning of one. */
    record Name(String text) implements Anchor {
        public Name {
            requireNonNull(text, "text");
            RevisionId.problemWith(text).ifPresent(problem -> {
                throw new IllegalArgumentException(problem);
            });
        }
    }
}
