package com.fataplus.migrations.app.walls;

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
    private static final SortedSet<String> PACKAGES = new TreeSet<>(roots().stream()
            .flatMap(root -> files(root).stream().map(file -> packageOf(file, root)))
            .toList());

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

    /** The names of all packages that have a source file, if only a package-info. */
    static SortedSet<String> packages() {
        return PACKAGES;
    }

    static List<Path> files(Path root) {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> path.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path project() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve("domain").resolve(MAIN)))
                .findFirst()
                .orElseThrow();
    }

    static String packageOf(Path file, Path root) {
        return root.relativize(file.getParent())
                .toString()
                .replace(root.getFileSystem().getSeparator(), ".");
    }
}
