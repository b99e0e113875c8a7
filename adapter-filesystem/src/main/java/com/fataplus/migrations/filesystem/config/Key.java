package com.fataplus.migrations.filesystem.config;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing that can be set.
 *
 * @param name table and property, as {@code run.lock_wait}
 * @param fallback what holds where nobody sets it, as it would be typed
 * @param borrowed names in the environment that other programs use for the same thing
 * @param meaning one sentence for fata.toml
 * @param example a value to show where there is no fallback
 */
record Key<T>(
        String name,
        ValueType<T> type,
        Optional<String> fallback,
        List<String> borrowed,
        String meaning,
        Optional<String> example) {
    Key {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(fallback, "fallback");
        borrowed = List.copyOf(borrowed);
        requireNonNull(meaning, "meaning");
        requireNonNull(example, "example");
    }

    /** A key that always has a value. */
    static <T> Key<T> withDefault(String name, ValueType<T> type, String fallback, String meaning) {
        return new Key<>(name, type, Optional.of(fallback), List.of(), meaning, Optional.empty());
    }

    /** A key that may stay without a value. */
    static <T> Key<T> withoutDefault(String name, ValueType<T> type, String example, String meaning) {
        return new Key<>(name, type, Optional.empty(), List.of(), meaning, Optional.of(example));
    }

    /** The same key, also known by these names in the environment. */
    Key<T> alsoKnownAs(String... variables) {
        return new Key<>(name, type, fallback, List.of(variables), meaning, example);
    }

    String table() {
        return name.substring(0, name.indexOf('.'));
    }

    String property() {
        return name.substring(name.indexOf('.') + 1);
    }

    /** Its own name in the environment, as {@code FATA_RUN_LOCK_WAIT}. */
    String ownVariable() {
        return "FATA_" + name.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** All its names in the environment. */
    List<String> variables() {
        return Stream.concat(Stream.of(ownVariable()), borrowed.stream()).toList();
    }
}
