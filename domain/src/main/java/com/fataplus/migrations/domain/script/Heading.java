package com.fataplus.migrations.domain.script;

import static java.util.Objects.requireNonNull;

/** What a section marker says about the text below it. */
sealed interface Heading {
    /** Which half of the revision it begins. */
    Direction direction();

    /** The options given, or what a marker without options means. */
    SectionOptions options();

    /** A section that runs. */
    record Runs(Direction direction, SectionOptions options) implements Heading {
        public Runs {
            requireNonNull(direction, "direction");
            requireNonNull(options, "options");
        }
    }

    /** {@code -- migrate:down irreversible: reason}. */
    record Irreversible(String reason) implements Heading {
        public Irreversible {
            requireNonNull(reason, "reason");
        }

        @Override
        public Direction direction() {
            return Direction.DOWN;
        }

        @Override
        public SectionOptions options() {
            return SectionOptions.NONE;
        }
    }
}
