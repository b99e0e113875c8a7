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
        String stripped = text.strip();
        String beginning = stripped.substring(0, Math.min(stripped.length(), 10 * EXCERPT));
        String oneLine = beginning.replaceAll("\\s+", " ");
        if (oneLine.length() <= EXCERPT && beginning.length() == stripped.length()) {
            return oneLine;
        }
        int cut = Math.min(oneLine.length(), EXCERPT - 3);
        return oneLine.substring(0, Character.isHighSurrogate(oneLine.charAt(cut - 1)) ? cut - 1 : cut) + "...";
    }
}
