package com.fataplus.migrations.filesystem.config;

import com.fataplus.migrations.domain.revision.Mistakes;
import java.util.Collection;
import java.util.Comparator;

/** Suggests the known name that looks most like a typed one. */
final class DidYouMean {
    private static final int MOST_MISTAKES = 3;

    private DidYouMean() {}

    /** {@code ; did you mean 'x'?}, or nothing where nothing looks alike. */
    static String suffix(String typed, Collection<String> known) {
        return known.stream()
                .filter(name -> Mistakes.between(typed, name) <= Math.min(MOST_MISTAKES, name.length() / 2))
                .min(Comparator.comparingInt((String name) -> Mistakes.between(typed, name))
                        .thenComparing(Comparator.naturalOrder()))
                .map(name -> "; did you mean '" + name + "'?")
                .orElse("");
    }
}
