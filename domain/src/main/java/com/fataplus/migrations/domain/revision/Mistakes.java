package com.fataplus.migrations.domain.revision;

import java.util.Arrays;
import java.util.Locale;

/** How far what somebody typed is from what they may have meant, capitals aside. */
public final class Mistakes {
    private Mistakes() {}

    /** How many letters were left out, added, changed or swapped with their neighbour. */
    public static int between(String typed, String meant) {
        int[] toBeginnings = toBeginnings(typed, meant);
        return toBeginnings[toBeginnings.length - 1];
    }

    /** The same for the nearest beginning of what was meant, for names that may be cut short. */
    static int toNearestBeginning(String typed, String meant) {
        return Arrays.stream(toBeginnings(typed, meant)).min().orElseThrow();
    }

    /** The mistakes between the whole typed text and each beginning, by its length; only three rows of the table are ever kept. */
    private static int[] toBeginnings(String typed, String meant) {
        String from = typed.toLowerCase(Locale.ROOT);
        String to = meant.toLowerCase(Locale.ROOT);
        int[] twoAbove = new int[to.length() + 1];
        int[] above = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        Arrays.setAll(row, column -> column);
        for (int line = 1; line <= from.length(); line++) {
            int[] recycled = twoAbove;
            twoAbove = above;
            above = row;
            row = recycled;
            row[0] = line;
            for (int column = 1; column <= to.length(); column++) {
                int changed = above[column - 1] + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                row[column] = Math.min(changed, 1 + Math.min(above[column], row[column - 1]));
                if (isSwapped(from, line, to, column)) {
                    row[column] = Math.min(row[column], 1 + twoAbove[column - 2]);
                }
            }
        }
        return row;
    }

    private static boolean isSwapped(String from, int line, String to, int column) {
        return line > 1
                && column > 1
                && from.charAt(line - 1) == to.charAt(column - 2)
                && from.charAt(line - 2) == to.charAt(column - 1);
    }
}
