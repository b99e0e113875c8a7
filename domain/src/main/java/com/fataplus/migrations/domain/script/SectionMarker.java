package com.fataplus.migrations.domain.script;

import java.util.OptionalInt;

/** Where section markers stand: comments that begin with {@code -- migrate:}, whatever follows. A wrong one is a mistake, not a remark. */
final class SectionMarker {
    private static final String DASHES = "--";
    private static final String PREFIX = "migrate:";

    private SectionMarker() {}

    /** The marker of a direction as people write it. */
    static String spelling(Direction direction) {
        return switch (direction) {
            case UP -> "-- migrate:up";
            case DOWN -> "-- migrate:down";
        };
    }

    /** Where the name of the marker at {@code offset} begins; empty where no marker begins there. */
    static OptionalInt nameStart(String text, int offset) {
        int prefix = afterBlanks(text, offset + DASHES.length());
        return text.startsWith(DASHES, offset) && text.regionMatches(true, prefix, PREFIX, 0, PREFIX.length())
                ? OptionalInt.of(prefix + PREFIX.length())
                : OptionalInt.empty();
    }

    static boolean beginsAt(String text, int offset) {
        return nameStart(text, offset).isPresent();
    }

    /** True where the line of {@code start} or a later one before {@code end} begins with a marker, be it data or part of a quote. */
    static boolean isWithin(String text, int start, int end) {
        int line = start;
        while (line < end) {
            if (beginsAt(text, afterBlanks(text, line))) {
                return true;
            }
            line = CopyData.lineFeed(text, line) + 1;
        }
        return false;
    }

    /** Where the text above a marker ends, its last line end left out; empty where something stands before the marker on its line. */
    static OptionalInt endOfTextAbove(String text, int marker) {
        int end = marker;
        while (end > 0 && isBlank(text.charAt(end - 1))) {
            end--;
        }
        if (end == 0) {
            return OptionalInt.of(0);
        }
        return switch (text.charAt(end - 1)) {
            case '\n' -> OptionalInt.of(text.startsWith("\r\n", end - 2) ? end - 2 : end - 1);
            case '\r' -> OptionalInt.of(end - 1);
            default -> OptionalInt.empty();
        };
    }

    static int afterBlanks(String text, int offset) {
        int end = offset;
        while (end < text.length() && isBlank(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
