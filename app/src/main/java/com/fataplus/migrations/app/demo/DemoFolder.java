package com.fataplus.migrations.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A temporary folder with a copy of the platform's migration directory; gone when closed. */
final class DemoFolder implements AutoCloseable {
    private static final int MOST_PASSES = 100;

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

    /** A server that is ending still removes and writes files of its own, so a pass that met one is repeated. */
    @Override
    public void close() {
        for (int pass = 1; Files.exists(root); pass++) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException | UncheckedIOException e) {
                if (pass == MOST_PASSES) {
                    throw new IllegalStateException("cannot remove " + root, e);
                }
            }
        }
    }
}
