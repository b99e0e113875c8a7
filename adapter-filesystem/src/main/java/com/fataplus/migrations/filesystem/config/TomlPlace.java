package com.fataplus.migrations.filesystem.config;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.filesystem.WorkingDirectory;
import java.nio.file.Path;
import java.util.List;
import org.tomlj.TomlPosition;

/**
 * Where in fata.toml something stands, and what is wrong there.
 *
 * @param environment the environment that it belongs to, for people; empty text for none
 * @param problems grows
 */
record TomlPlace(WorkingDirectory here, Path file, String environment, List<String> problems) {
    TomlPlace {
        requireNonNull(here, "here");
        requireNonNull(file, "file");
        requireNonNull(environment, "environment");
        requireNonNull(problems, "problems");
    }

    TomlPlace in(String name) {
        return new TomlPlace(here, file, " (" + name + ")", problems);
    }

    String origin(TomlPosition position) {
        return here.shown(file) + ":" + position.line() + environment;
    }

    void problem(TomlPosition position, String text) {
        problems.add(origin(position) + ": " + text);
    }

    /** Certificates are looked for beside fata.toml, wherever the command is typed. */
    String fromHere(String path) {
        return path.isBlank() ? path : here.shown(file.resolveSibling(path));
    }
}
