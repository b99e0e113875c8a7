package com.fataplus.migrations.cli.render;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What standard output is seen on.
 *
 * @param columns how many there are; empty where nobody looks, so that a pipe gets everything in full
 */
public record Screen(Optional<Integer> columns, Letters letters) {
    /** A file or a program reads along. */
    public static final Screen NONE = new Screen(Optional.empty(), Letters.UNICODE);

    private static final int NARROWEST = 40;
    private static final int INDENTATION = 2;

    public Screen {
        columns = columns.map(given -> Math.max(given, NARROWEST));
        requireNonNull(letters, "letters");
    }

    /** Which letters lines are drawn with. */
    public enum Letters {
        UNICODE,
        /** For a locale that has no others. */
        ASCII
    }

    /** What is left of it beside an indentation of two columns. */
    Screen indented() {
        return new Screen(columns.map(all -> all - INDENTATION), letters);
    }

    List<String> fitted(List<String> lines) {
        return lines.stream().map(this::fitted).toList();
    }

    /** The line as it is seen: cut at the edge, with a sign that more follows. */
    String fitted(String line) {
        return columns.map(most -> CellWidth.cut(line, most, letters)).orElse(line);
    }
}
