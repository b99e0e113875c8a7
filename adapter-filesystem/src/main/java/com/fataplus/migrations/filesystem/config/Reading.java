package com.fataplus.migrations.filesystem.config;

import static java.util.Objects.requireNonNull;

/** A text as a value, or why it is none. */
sealed interface Reading<T> {
    /** It means this. */
    record Sound<T>(T value) implements Reading<T> {
        public Sound {
            requireNonNull(value, "value");
        }
    }

    /**
     * It means nothing.
     *
     * @param why goes on after the key's name: {@code takes a duration, as 500ms or 5min}; never repeats a secret
     */
    record Wrong<T>(String why) implements Reading<T> {
        public Wrong {
            requireNonNull(why, "why");
        }
    }
}
