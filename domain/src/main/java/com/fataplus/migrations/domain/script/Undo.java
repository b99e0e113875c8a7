package com.fataplus.migrations.domain.script;

import static java.util.Objects.requireNonNull;

/** How a revision is taken back: by its down section, or not at all and why. */
public sealed interface Undo {
    /** The section as written, marker line included: what the ledger stores. */
    String text();

    /** Taken back by running a section. */
    record Reversible(Section section) implements Undo {
        public Reversible {
            requireNonNull(section, "section");
        }

        @Override
        public String text() {
            return section.text();
        }
    }

    /** Declared {@code -- migrate:down irreversible: reason}. */
    record Irreversible(String reason, String text) implements Undo {
        public Irreversible {
            requireNonNull(reason, "reason");
            requireNonNull(text, "text");
        }
    }
}
