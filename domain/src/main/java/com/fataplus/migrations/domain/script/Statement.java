package com.fataplus.migrations.domain.script;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One statement as the server gets it: without its semicolon and the blanks and comments around it.
 *
 * @param position where it begins in its file
 * @param copyData the lines after {@code COPY ... FROM stdin;} up to {@code \.}, where it is such a statement
 * @param replacements where values stand for placeholders, in order
 */
public record Statement(
        String text, SourcePosition position, Optional<String> copyData, List<Replacement> replacements) {
    private static final int EXCERPT = 70;

    /** What follows {@code PASSWORD} in the statements about roles and servers, however far it goes. */
    private static final Pattern PASSWORD = Pattern.compile("(?i)(\\bpassword\\s+(?:e|u&)?)'(?:[^']|'')*'?");

    public Statement {
        requireNonNull(text, "text");
        requireNonNull(position, "position");
        requireNonNull(copyData, "copyData");
        replacements = List.copyOf(replacements);
    }

    /** A statement as its file has it. */
    public Statement(String text, SourcePosition position, Optional<String> copyData) {
        this(text, position, copyData, List.of());
    }

    /**
     * A value that stands for a placeholder.
     *
     * @param start where the value begins in the statement's text
     * @param length of the value
     * @param written what the file has in its place
     */
    public record Replacement(int start, int length, String written) {
        public Replacement {
            requireNonNull(written, "written");
        }

        private int end() {
            return start + length;
        }
    }

    /** The text as its file has it. */
    public String written() {
        return written(replacements, text.length());
    }

    /** Where the character at an offset of the text stands in {@link #written}; one of a value stands where its placeholder begins. */
    public int writtenOffset(int offset) {
        return replacements.stream()
                .filter(replacement -> replacement.start() < offset && offset < replacement.end())
                .map(replacement -> writtenUpTo(replacement.start()).length())
                .findFirst()
                .orElseGet(() -> writtenUpTo(offset).length());
    }

    /** Where the character at an offset of the text comes from in the file. */
    public SourcePosition positionOf(int offset) {
        return position.after(written(), writtenOffset(offset));
    }

    private String writtenUpTo(int offset) {
        return written(
                replacements.stream()
                        .filter(replacement -> replacement.start() < offset && replacement.end() <= offset)
                        .toList(),
                offset);
    }

    private String written(List<Replacement> taken, int end) {
        StringBuilder written = new StringBuilder();
        int at = 0;
        for (Replacement replacement : taken) {
            written.append(text, at, replacement.start()).append(replacement.written());
            at = replacement.end();
        }
        return written.append(text, at, end).toString();
    }

    /** Its first words on one line, for progress and messages; passwords are masked. */
    public String excerpt() {
        String stripped = PASSWORD.matcher(text.strip()).replaceAll("$1'***'");
        String beginning = stripped.substring(0, Math.min(stripped.length(), 10 * EXCERPT));
        String oneLine = beginning.replaceAll("\\s+", " ");
        if (oneLine.length() <= EXCERPT && beginning.length() == stripped.length()) {
            return oneLine;
        }
        int cut = Math.min(oneLine.length(), EXCERPT - 3);
        return oneLine.substring(0, Character.isHighSurrogate(oneLine.charAt(cut - 1)) ? cut - 1 : cut) + "...";
    }
}
