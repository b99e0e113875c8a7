package com.fataplus.migrations.domain.script;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Names that stand for text in revision files, where they are written {@code ${name}}. */
public record Placeholders(SortedMap<String, String> values) {
    public Placeholders {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /** Whether a text can name a placeholder: ASCII letters, digits and underscores, a digit not first. */
    public static boolean isName(String text) {
        return requireNonNull(text, "text").matches("[A-Za-z_][A-Za-z0-9_]*");
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
