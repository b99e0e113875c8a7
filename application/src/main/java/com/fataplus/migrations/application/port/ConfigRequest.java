package com.fataplus.migrations.application.port;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the command line says about configuration.
 *
 * @param file {@code --config}; empty to follow {@code FATA_CONFIG}, else to look for fata.toml in the working directory, then in its {@code migrations} folder
 * @param environment {@code --env}; empty to follow {@code FATA_ENV}
 * @param options values given as options, sorted by configuration key
 * @param placeholders {@code -x}: values, sorted by name
 */
public record ConfigRequest(
        Optional<String> file,
        Optional<String> environment,
        Map<String, String> options,
        Map<String, String> placeholders) {
    public ConfigRequest {
        requireNonNull(file, "file");
        requireNonNull(environment, "environment");
        options = sorted(options);
        placeholders = sorted(placeholders);
    }

    /** Settings given as options, and otherwise what is found. */
    public static ConfigRequest of(Optional<String> file, Map<String, String> options) {
        return new ConfigRequest(file, Optional.empty(), options, Map.of());
    }

    /** So that problems are told in the same order every time. */
    private static Map<String, String> sorted(Map<String, String> values) {
        return Collections.unmodifiableMap(new TreeMap<>(values));
    }
}
