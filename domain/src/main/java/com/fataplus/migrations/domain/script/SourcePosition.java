package com.fataplus.migrations.domain.script;

import static java.util.Comparator.comparingInt;

import java.util.Comparator;

/** A place in a text, both counted from 1; columns count characters, not bytes. */
public record SourcePosition(int line, int column) implements Comparable<SourcePosition> {
    /** Where every text begins. */
    public static final SourcePosition START = new SourcePosition(1, 1);

    private static final Comparator<SourcePosition> READING_ORDER =
            comparingInt(SourcePosition::line).thenComparingInt(SourcePosition::column);

    public SourcePosition {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("positions count from 1: " + line + ":" + column);
        }
    }

    /** The place reached after the first {@code offset} characters of {@code text}, which begins here. */
    public SourcePosition after(String text, int offset) {
        int newLine = line;
        int newColumn = column;
        for (int i = 0; i < Math.min(offset, text.length()); i++) {
            if (text.charAt(i) == '\n') {
                newLine++;
                newColumn = 1;
            } else if (!Character.isLowSurrogate(text.charAt(i))) {
                newColumn++;
            }
        }
        return new SourcePosition(newLine, newColumn);
    }

    @Override
    public int compareTo(SourcePosition other) {
        return READING_ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
