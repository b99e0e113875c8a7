package com.fataplus.migrations.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A temporary folder with a copy of the platform's migration directory; gone when closed. */
final class DemoFolder implements AutoCloseable {
    private final Path root;

    private DemoFolder(Path root) {
        this.root = root;
    }

    static DemoFolder copyOf(Path migrations) {
        try {
            DemoFolder folder = new DemoFolder(Files.createTempDirectory("fata-demo-"));
            Path versions = Files.createDirectories(folder.migrations().resolve("versions"));
            Files.copy(migrations.resolve("fata.toml"), folder.configuration());
            try (Stream<Path> files = Files.list(migrations.resolve("versions"))) {
                for (Path file : files.toList()) {
                    Files.copy(file, versions.resolve(file.getFileName()));
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + migrations, e);
        }
    }

    Path root() {
        return root;
    }

    Path configuration() {
        return migrations().resolve("fata.toml");
    }

    private Path migrations() {
        return root.resolve("migrations");
    }

    void write(String name, String text) {
        try {
            Files.writeString(migrations().resolve("versions").resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String name) {
        try {
            Files.delete(migrations().resolve("versions").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + root, e);
        }
    }
}
