package com.fataplus.migrations.cli;

import static java.util.Comparator.comparingInt;
import static java.util.Comparator.naturalOrder;

import com.fataplus.migrations.domain.revision.Mistakes;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Finds the words somebody meant who abbreviated or mistyped one. */
final class SimilarWords {
    private static final int MOST = 3;
    private static final int LETTERS_PER_MISTAKE = 3;

    private SimilarWords() {}

    /** Those that the typed word begins, else the nearest ones; a few at most. */
    static List<String> of(String typed, Collection<String> words) {
        List<String> begun = words.stream()
                .filter(word -> word.startsWith(typed.toLowerCase(Locale.ROOT)))
                .sorted()
                .toList();
        return !begun.isEmpty() && begun.size() <= MOST ? begun : nearest(typed, words);
    }

    private static List<String> nearest(String typed, Collection<String> words) {
        int most = Math.max(1, typed.replace("-", "").length() / LETTERS_PER_MISTAKE);
        int fewest = words.stream()
                .mapToInt(word -> Mistakes.between(typed, word))
                .min()
                .orElse(Integer.MAX_VALUE);
        return words.stream()
                .filter(word -> fewest <= most && Mistakes.between(typed, word) == fewest)
                .sorted(comparingInt(String::length).thenComparing(naturalOrder()))
                .limit(MOST)
                .toList();
    }
}
