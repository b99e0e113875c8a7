package com.fataplus.migrations.domain.script;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A section as it runs: with values where its file has placeholders.
 *
 * @param half the section as it was found, its commands known by the words that run
 * @param text the whole section with the values in it
 */
record Body(Half half, String text, List<Statement> statements) {
    Body {
        requireNonNull(half, "half");
        requireNonNull(text, "text");
        statements = List.copyOf(statements);
    }

    Direction direction() {
        return half.heading().direction();
    }
}
