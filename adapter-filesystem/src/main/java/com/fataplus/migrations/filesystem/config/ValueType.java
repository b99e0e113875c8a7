package com.fataplus.migrations.filesystem.config;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A sort of values: how their texts are read and shown.
 *
 * @param form how fata.toml writes them
 * @param mask what is shown for a text, secrets taken out
 */
record ValueType<T>(Form form, Function<String, Reading<T>> reader, UnaryOperator<String> mask) {
    /** How fata.toml writes a value. */
    enum Form {
        /** In quotes. */
        TEXT,
        /** In quotes; a path that begins at the folder of fata.toml. */
        FILE,
        /** As digits. */
        NUMBER,
        /** In quotes; or several of them in brackets. */
        TEXTS,
        /** As true or false. */
        TRUTH
    }

    ValueType {
        requireNonNull(form, "form");
        requireNonNull(reader, "reader");
        requireNonNull(mask, "mask");
    }

    /** Values without secrets, read by a function that is empty for texts that mean nothing. */
    static <T> ValueType<T> of(Form form, String takes, Function<String, Optional<T>> reader) {
        return new ValueType<>(
                form,
                text -> reader.apply(text)
                        .<Reading<T>>map(Reading.Sound::new)
                        .orElseGet(() -> new Reading.Wrong<>("takes " + takes + ", not " + repeated(text))),
                UnaryOperator.identity());
    }

    Reading<T> read(String text) {
        return reader.apply(text);
    }

    String shown(String text) {
        return mask.apply(text);
    }

    /** What was written, unless it looks as if somebody wrote a whole address, which may have a password in it. */
    private static String repeated(String text) {
        if (text.isBlank()) {
            return "nothing";
        }
        return text.contains("://") || text.contains("@") ? "an address" : "'" + text + "'";
    }
}
