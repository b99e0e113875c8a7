package com.fataplus.migrations.filesystem.config;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.port.ConfigRequest;
import com.fataplus.migrations.filesystem.WorkingDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the configuration is.
 *
 * @param file empty where there is no fata.toml and nobody named one
 * @param directory the project: the file's folder, else where there would be one
 * @param namedBy who named the file; empty where it was found
 */
record Place(Optional<Path> file, Path directory, Optional<String> namedBy) {
    private static final String FILE = "fata.toml";
    private static final String VARIABLE = "FATA_CONFIG";
    private static final String FOLDER = "migrations";

    Place {
        requireNonNull(file, "file");
        requireNonNull(directory, "directory");
        requireNonNull(namedBy, "namedBy");
    }

    /** The file that was named, else the first that exists. */
    static Place find(WorkingDirectory here, ConfigRequest request, Map<String, String> environment) {
        Optional<String> variable =
                Optional.ofNullable(environment.get(VARIABLE)).filter(value -> !value.isEmpty());
        return request.file()
                .map(name -> of(here.resolve(name), "option --config"))
                .or(() -> variable.map(name -> of(here.resolve(name), "environment " + VARIABLE)))
                .or(() -> found(here))
                .orElseGet(() -> new Place(Optional.empty(), withoutFile(here), Optional.empty()));
    }

    private static Place of(Path file, String namedBy) {
        return new Place(Optional.of(file), file.resolveSibling(""), Optional.of(namedBy));
    }

    private static Optional<Place> found(WorkingDirectory here) {
        return List.of(here.resolve(FILE), here.resolve(FOLDER).resolve(FILE)).stream()
                .filter(Files::exists)
                .findFirst()
                .map(file -> new Place(Optional.of(file), file.resolveSibling(""), Optional.empty()));
    }

    /** Revisions in the working directory make it the project; else the folder that init makes is meant. */
    private static Path withoutFile(WorkingDirectory here) {
        return Files.isDirectory(here.resolve("versions")) ? here.path() : here.resolve(FOLDER);
    }
}
