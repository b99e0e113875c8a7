package com.fataplus.migrations.postgres.dump;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Programs for tests that are not about what PostgreSQL's own do. */
final class Scripts {
    private Scripts() {}

    /** Writes an executable shell script; directories are made as needed. */
    static Path write(Path path, String... lines) {
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
            return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A pg_dump that tells its version and can nothing else. */
    static Path pgDump(Path path, String version) {
        return write(path, "echo 'pg_dump (PostgreSQL) " + version + "'");
    }
}
