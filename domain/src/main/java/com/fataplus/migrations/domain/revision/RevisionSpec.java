package com.fataplus.migrations.domain.revision;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.revision.Anchor.Symbol;
import java.util.Optional;

/**
 * What people type where they mean revisions: {@code 4f1c}, {@code head}, {@code billing@head}, {@code head-1}, {@code +2}. What it means is
 * for {@link SpecResolver} to say.
 */
public sealed interface RevisionSpec {
    /** Every revision that nothing builds on. */
    RevisionSpec HEADS = new Absolute("heads", Optional.empty(), Symbol.HEADS);

    /** Before the first revision. */
    RevisionSpec BASE = new Absolute("base", Optional.empty(), Symbol.BASE);

    /** As typed. */
    String text();

    /** What stands before {@code @}: a revision or label whose ancestors and descendants alone are meant. */
    Optional<Anchor.Name> line();

    /** A place in the graph. */
    record Absolute(String text, Optional<Anchor.Name> line, Anchor anchor) implements RevisionSpec {
        public Absolute {
            requireNonNull(text, "text");
            requireNonNull(line, "line");
            requireNonNull(anchor, "anchor");
        }
    }

    /**
     * A number of steps along the parents.
     *
     * @param from where to count from; empty for where the command stands
     * @param steps upwards when positive, downwards when negative, never 0
     */
    record Relative(String text, Optional<Anchor.Name> line, Optional<Anchor> from, int steps) implements RevisionSpec {
        public Relative {
            requireNonNull(text, "text");
            requireNonNull(line, "line");
            requireNonNull(from, "from");
            if (steps == 0) {
                throw new IllegalArgumentException("no steps: " + text);
            }
        }

        /** True for {@code +2} and {@code label@+2}. */
        public boolean countsUpFromHere() {
            return from.isEmpty() && steps > 0;
        }

        /** True for {@code -2} and {@code label@-2}. */
        public boolean countsDownFromHere() {
            return from.isEmpty() && steps < 0;
        }
    }

    /** Reads {@code [line@]place}, {@code [line@]place+n} or {@code [line@]+n}, and the last two with a minus. */
    static Reading<RevisionSpec> parse(String text) {
        return SpecSyntax.parse(text);
    }
}
