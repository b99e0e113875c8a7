package com.fataplus.migrations.filesystem.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Suggests the known name that looks most like a typed one. */
final class DidYouMean {
    private static final int MOST_MISTAKES = 3;

    private DidYouMean() {}

    /** {@code ; did you mean 'x'?}, or nothing where nothing looks alike. */
    static String suffix(String typed, Collection<String> known) {
        String lower = typed.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(name ->
                        distance(lower, name.toLowerCase(Locale.ROOT)) <= Math.min(MOST_MISTAKES, name.length() / 2))
                .min(Comparator.comparingInt((String name) -> distance(lower, name.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
    }

    /** How many letters have to be added, removed or changed. */
    private static int distance(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int changed = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(changed, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[to.length()];
    }
}
