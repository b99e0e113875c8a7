package com.fataplus.migrations.domain.revision;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody may have meant who typed a name that is not there. */
final class SimilarNames {
    private static final int MOST = 3;
    private static final int LETTERS_PER_MISTAKE = 3;
    private static final int TELLING_PREFIX = 4;

    private SimilarNames() {}

    /** The names that look like the typed one, or begin so; best first, a few at most. */
    static List<String> of(String typed, Collection<String> names) {
        int mistakes = typed.length() / LETTERS_PER_MISTAKE;
        return names.stream()
                .map(name -> new Candidate(name, distance(lower(typed), lower(name))))
                .filter(candidate -> candidate.distance <= mistakes || beginsLike(typed, candidate.name))
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(MOST)
                .map(Candidate::name)
                .toList();
    }

    private static boolean beginsLike(String typed, String name) {
        return typed.length() > TELLING_PREFIX - 1
                && name.length() > TELLING_PREFIX - 1
                && lower(name).startsWith(lower(typed.substring(0, TELLING_PREFIX)));
    }

    /** How many mistakes lead from the typed text to the name or, as ids may be cut short, to its beginning. */
    private static int distance(String typed, String name) {
        int[] row = new int[name.length() + 1];
        Arrays.setAll(row, column -> column);
        for (int line = 1; line <= typed.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= name.length(); column++) {
                int replaced = diagonal + (typed.charAt(line - 1) == name.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return typed.length() < TELLING_PREFIX
                ? row[name.length()]
                : Arrays.stream(row).min().orElseThrow();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private record Candidate(String name, int distance) {}
}
