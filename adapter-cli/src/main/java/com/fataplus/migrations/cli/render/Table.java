package com.fataplus.migrations.cli.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Columns that line up; the last one takes what it needs. */
final class Table {
    private static final String GAP = "  ";
    private static final int NARROWEST_COLUMN = 8;

    private final List<List<String>> rows = new ArrayList<>();

    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** A line for each row, in full. */
    List<String> lines() {
        return lines(Screen.NONE);
    }

    /** A line for each row: on a screen that is too narrow the widest columns are cut. */
    List<String> lines(Screen screen) {
        int[] widths = widths();
        screen.columns().ifPresent(most -> narrow(widths, most));
        return rows.stream()
                .map(row -> line(cut(row, widths, screen), widths))
                .map(screen::fitted)
                .toList();
    }

    /** Nothing is cut: what does not fit goes on in the next line, below its column. */
    List<String> wrapped(Screen screen) {
        int[] widths = widths();
        return rows.stream()
                .flatMap(row -> wrapped(row, widths, screen).stream())
                .toList();
    }

    private int[] widths() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .filter(row -> row.size() > column)
                        .mapToInt(row -> CellWidth.of(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
    }

    private static void narrow(int[] widths, int most) {
        int tooMuch = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) - most;
        while (tooMuch > 0) {
            int widest = widest(widths);
            if (widths[widest] <= NARROWEST_COLUMN) {
                return;
            }
            widths[widest]--;
            tooMuch--;
        }
    }

    /** Of several, the last: what stands at the end of a line is missed least. */
    private static int widest(int[] widths) {
        int widest = 0;
        for (int column = 1; column < widths.length; column++) {
            if (widths[column] >= widths[widest]) {
                widest = column;
            }
        }
        return widest;
    }

    private static List<String> cut(List<String> row, int[] widths, Screen screen) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> CellWidth.cut(row.get(column), widths[column], screen.letters()))
                .toList();
    }

    private static List<String> wrapped(List<String> row, int[] widths, Screen screen) {
        int indent = IntStream.range(0, row.size() - 1)
                .map(column -> widths[column] + GAP.length())
                .sum();
        List<String> last = screen.columns()
                .map(most -> CellWidth.wrap(row.getLast(), most - indent))
                .orElseGet(() -> List.of(row.getLast()));
        List<String> lines = new ArrayList<>();
        for (String part : last) {
            if (lines.isEmpty()) {
                List<String> first = new ArrayList<>(row.subList(0, row.size() - 1));
                first.add(part);
                lines.add(line(first, widths));
            } else {
                lines.add(" ".repeat(indent) + part);
            }
        }
        return lines;
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            line.append(cell);
            if (column < row.size() - 1) {
                line.append(" ".repeat(Math.max(0, widths[column] - CellWidth.of(cell))))
                        .append(GAP);
            }
        }
        return line.toString().stripTrailing();
    }
}
