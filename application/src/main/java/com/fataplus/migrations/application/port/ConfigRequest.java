package com.fataplus.migrations.application.port;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;

/**
 * What the command line says about configuration.
 *
 * @param file {@code --config}; empty to follow {@code FATA_CONFIG}, else to look for fata.toml in the working directory, then in its {@code migrations} folder
 * @param options values given as options, by configuration key
 */
public record ConfigRequest(Optional<String> file, Map<String, String> options) {
    public ConfigRequest {
        requireNonNull(file, "file");
        options = Map.copyOf(options);
    }
}
