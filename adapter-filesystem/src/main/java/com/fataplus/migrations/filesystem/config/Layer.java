package com.fataplus.migrations.filesystem.config;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/** What one place says, by the names of keys; of several layers the first that says something holds. */
record Layer(Map<String, Raw> values) {
    Layer {
        values = Map.copyOf(values);
    }

    Optional<Raw> value(Key<?> key) {
        return Optional.ofNullable(values.get(key.name()));
    }

    /**
     * A text before anybody asked what it means.
     *
     * @param origin where it was written: {@code fata.toml:12}, {@code environment POSTGRES_HOST}
     */
    record Raw(String text, String origin) {
        Raw {
            requireNonNull(text, "text");
            requireNonNull(origin, "origin");
        }

        /** Without the text, which may be a password. */
        @Override
        public String toString() {
            return "Raw[origin=" + origin + "]";
        }
    }
}
