package com.fataplus.migrations.application.port;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What decides a backup's name.
 *
 * @param extension by the dump's format: {@code sql}, {@code dump}
 */
public record BackupStart(Instant takenAt, String extension) {
    public BackupStart {
        requireNonNull(takenAt, "takenAt");
        requireNonNull(extension, "extension");
    }
}
