package com.fataplus.migrations.domain.revision;

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
                .map(name -> new Candidate(name, distance(typed, name)))
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
        return typed.length() < TELLING_PREFIX
                ? Mistakes.between(typed, name)
                : Mistakes.toNearestBeginning(typed, name);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private record Candidate(String name, int distance) {}
}
