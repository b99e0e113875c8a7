package com.fataplus.migrations.postgres.dump;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where programs are looked for.
 *
 * @param path directories of programs, in order
 * @param majors directories with one directory a major, as {@code /usr/lib/postgresql} with {@code 15/bin}
 */
record SearchPlaces(List<Path> path, List<Path> majors) {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    SearchPlaces {
        path = List.copyOf(path);
        majors = List.copyOf(majors);
    }

    /** The PATH of an environment, then where Debian keeps all majors side by side. */
    static SearchPlaces of(Map<String, String> environment) {
        List<Path> path = Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toList();
        return new SearchPlaces(path, List.of(DEBIAN));
    }

    /** Every program of that name, one path each. */
    List<Path> all(String name) {
        Map<Path, Path> byFile = new LinkedHashMap<>();
        Stream.concat(path.stream(), majors.stream().flatMap(SearchPlaces::programsOfEach))
                .map(directory -> directory.resolve(name))
                .filter(Files::isExecutable)
                .filter(Files::isRegularFile)
                .forEach(program -> byFile.putIfAbsent(real(program), program));
        return List.copyOf(byFile.values());
    }

    private static Stream<Path> programsOfEach(Path majors) {
        return Optional.ofNullable(majors.toFile().list()).stream()
                .flatMap(Arrays::stream)
                .sorted()
                .map(major -> majors.resolve(major).resolve("bin"));
    }

    private static Path real(Path program) {
        try {
            return program.toRealPath();
        } catch (IOException e) {
            return program;
        }
    }
}
