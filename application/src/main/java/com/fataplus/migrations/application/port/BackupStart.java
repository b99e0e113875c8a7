package com.fataplus.migrations.application.port;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What decides a backup's name.
 *
 * @param extension by the dump's format: {@code sql}, {@code dump}
 */
public record BackupStart(Instant takenAt, String extension) {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    public BackupStart {
        requireNonNull(takenAt, "takenAt");
        requireNonNull(extension, "extension");
    }

    /**
     * The name without its ending, as {@code backup_20261122_093000}, in UTC.
     *
     * @param attempt 1 for the first backup of a second; the others get it as a suffix
     */
    public String stem(int attempt) {
        return "backup_" + SECOND.format(takenAt) + (attempt == 1 ? "" : "_" + attempt);
    }
}
