package com.fataplus.migrations.domain.script;

import static java.util.Comparator.comparingInt;

import com.fataplus.migrations.domain.revision.Mistakes;
import java.util.Collection;
import java.util.Optional;

/** Finds what somebody probably meant to type. */
final class Similar {
    private static final int MOST_MISTAKES = 2;

    private Similar() {}

    /** The known name nearest to what was typed; empty where none is near. */
    static Optional<String> to(String typed, Collection<String> known) {
        return known.stream()
                .filter(name -> typed.length() <= name.length() + MOST_MISTAKES)
                .filter(name -> Mistakes.between(typed, name) <= Math.min(MOST_MISTAKES, name.length() / 2))
                .min(comparingInt(name -> Mistakes.between(typed, name)));
    }
}
