package com.fataplus.migrations.application.document;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Collects a document's fields in order and turns our values into JSON's. */
final class Fields {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    Fields put(String name, Object value) {
        fields.put(name, plain(value));
        return this;
    }

    /** Absent values are left out, so that a reader tests for the field. */
    Fields put(String name, Optional<?> value) {
        value.ifPresent(present -> put(name, present));
        return this;
    }

    /** The fields of another document, among these. */
    Fields putAll(Map<String, Object> document) {
        fields.putAll(document);
        return this;
    }

    /** One document for each value. */
    <T> Fields list(String name, Collection<T> values, Function<T, ?> document) {
        return put(name, values.stream().map(document).toList());
    }

    Map<String, Object> document() {
        return fields;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Number number -> number;
            case Boolean truth -> truth;
            case Map<?, ?> map -> map;
            case Collection<?> values ->
                List.copyOf(values).stream().map(Fields::plain).toList();
            case Duration duration -> duration.toNanos() / 1_000_000.0;
            case Enum<?> word -> word.name().toLowerCase(Locale.ROOT).replace('_', '-');
            default -> value.toString();
        };
    }
}
