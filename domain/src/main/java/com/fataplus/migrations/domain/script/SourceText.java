package com.fataplus.migrations.domain.script;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** A text that knows where it comes from and what an offset in it is called by people. */
final class SourceText {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int LONGEST_SHOWN_LINE = 500;

    private final String location;
    private final String text;
    private final int[] lineStarts;
    private final int[] lowSurrogates;

    private SourceText(String location, String text) {
        this.location = requireNonNull(location, "location");
        this.text = requireNonNull(text, "text");
        this.lineStarts = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, text.length())
                                .filter(i -> text.charAt(i) == '\n')
                                .map(i -> i + 1))
                .toArray();
        this.lowSurrogates = IntStream.range(0, text.length())
                .filter(i -> Character.isLowSurrogate(text.charAt(i)))
                .toArray();
    }

    /** The text without the byte order mark that some editors put before it. */
    static SourceText of(String location, String text) {
        return new SourceText(location, withoutByteOrderMark(text));
    }

    static String withoutByteOrderMark(String text) {
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
    }

    String location() {
        return location;
    }

    String text() {
        return text;
    }

    /** Line and column, found without walking the text. */
    SourcePosition position(int offset) {
        int line = line(offset);
        int start = lineStarts[line];
        int column = offset - start - (rank(lowSurrogates, offset) - rank(lowSurrogates, start));
        return new SourcePosition(line + 1, column + 1);
    }

    ScriptProblem problem(int offset, String code, String message, String hint) {
        return new ScriptProblem(code, location, position(offset), message, shownLine(offset), Optional.of(hint));
    }

    private Optional<String> shownLine(int offset) {
        int line = line(offset);
        int end = line + 1 < lineStarts.length ? lineStarts[line + 1] : text.length();
        return end - lineStarts[line] > LONGEST_SHOWN_LINE
                ? Optional.empty()
                : Optional.of(text.substring(lineStarts[line], end).stripTrailing());
    }

    private int line(int offset) {
        return rank(lineStarts, offset + 1) - 1;
    }

    /** How many of the sorted numbers are less than {@code limit}. */
    private static int rank(int[] sorted, int limit) {
        int found = Arrays.binarySearch(sorted, limit);
        return found >= 0 ? found : -found - 1;
    }
}
