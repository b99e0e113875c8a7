package com.fataplus.migrations.app.walls;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The sources that ship, found from wherever the tests run. */
final class Sources {
    private static final Path MAIN = Path.of("src", "main", "java");
    private static final List<String> TYPES = roots().stream()
            .flatMap(root -> files(root).stream().map(file -> typeOf(file, root)))
            .toList();

    private Sources() {}

    /** Where packages begin, one folder for each module. */
    static List<Path> roots() {
        try (Stream<Path> children = Files.list(project())) {
            return children.map(child -> child.resolve(MAIN))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> files(Path root) {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> path.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The full names of what has a file of its own, each package-info among them. */
    static List<String> types() {
        return TYPES;
    }

    /** The names of all packages that have a file. */
    static SortedSet<String> packages() {
        return TYPES.stream()
                .map(type -> type.substring(0, type.lastIndexOf('.')))
                .collect(toCollection(TreeSet::new));
    }

    private static Path project() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve("domain").resolve(MAIN)))
                .findFirst()
                .orElseThrow();
    }

    private static String typeOf(Path file, Path root) {
        String path = root.relativize(file).toString();
        return path.substring(0, path.length() - ".java".length())
                .replace(root.getFileSystem().getSeparator(), ".");
    }
}
