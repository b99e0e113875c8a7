package com.fataplus.migrations.domain.script;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One half of a revision file, ready to run.
 *
 * @param location the file it comes from, or the ledger's copy of it
 * @param text the whole section as written, its marker line included, so that it can be stored and parsed again
 */
public record Section(
        Direction direction, SectionOptions options, String location, String text, List<Statement> statements) {
    public Section {
        requireNonNull(direction, "direction");
        requireNonNull(options, "options");
        requireNonNull(location, "location");
        requireNonNull(text, "text");
        statements = List.copyOf(statements);
    }
}
