package com.fataplus.migrations.domain.script;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One statement as the server gets it: without its semicolon and the blanks and comments around it.
 *
 * @param position where it begins in its file
 * @param copyData the lines after {@code COPY ... FROM stdin;} up to {@code \.}, where it is such a statement
 */
public record Statement(String text, SourcePosition position, Optional<String> copyData) {
    private static final int EXCERPT = 70;

    public Statement {
        requireNonNull(text, "text");
        requireNonNull(position, "position");
        requireNonNull(copyData, "copyData");
    }

    /** Its first words on one line, for progress and messages. */
    public String excerpt() {
        String oneLine = text.strip().replaceAll("\\s+", " ");
        return oneLine.length() <= EXCERPT ? oneLine : oneLine.substring(0, EXCERPT - 3) + "...";
    }
}
