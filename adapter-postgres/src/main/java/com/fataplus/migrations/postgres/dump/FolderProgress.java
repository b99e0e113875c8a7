package com.fataplus.migrations.postgres.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much a program has written to a folder so far. */
record FolderProgress(Path folder) {
    /** In bytes; files come and go while we look. */
    long bytes() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
