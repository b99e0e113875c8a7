package com.fataplus.migrations.application.port;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.BackupConfig.Format;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What decides a backup's name, and whether it is a file or a folder. */
public record BackupStart(Instant takenAt, Format format) {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    public BackupStart {
        requireNonNull(takenAt, "takenAt");
        requireNonNull(format, "format");
    }

    /** The whole name, as {@code backup_20261122_093000.sql}. */
    public String name(int attempt) {
        return stem(attempt) + "." + format.extension();
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
