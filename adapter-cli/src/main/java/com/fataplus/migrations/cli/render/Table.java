package com.fataplus.migrations.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Columns that line up; the last one takes what it needs. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    List<String> lines() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = IntStream.range(0, columns)
                .map(column -> rows.stream()
                        .filter(row -> row.size() > column + 1)
                        .mapToInt(row -> width(row.get(column)))
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            line.append(cell);
            if (column < row.size() - 1) {
                line.append(" ".repeat(widths[column] - width(cell) + 2));
            }
        }
        return line.toString().stripTrailing();
    }

    /** What is seen: escape sequences take no room. */
    private static int width(String cell) {
        String seen = cell.replaceAll("\u001b\\[[0-9;]*m", "");
        return seen.codePointCount(0, seen.length());
    }
}
