package com.fataplus.migrations.filesystem.program;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which editor is the user's: {@code $VISUAL}, {@code $EDITOR}, else the first of the usual ones that is installed. */
final class EditorChoice {
    private static final List<String> VARIABLES = List.of("VISUAL", "EDITOR");
    private static final List<String> USUAL = List.of("sensible-editor", "editor", "vi", "nano");

    private EditorChoice() {}

    /** As a shell would run it, arguments and quotes included; empty where there is none. */
    static Optional<String> among(Map<String, String> environment) {
        return VARIABLES.stream()
                .map(name -> environment.getOrDefault(name, ""))
                .filter(command -> !command.isBlank())
                .findFirst()
                .or(() -> USUAL.stream()
                        .filter(program -> isInstalled(program, environment))
                        .findFirst());
    }

    private static boolean isInstalled(String program, Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder).resolve(program))
                .anyMatch(Files::isExecutable);
    }
}
