package com.fataplus.migrations.application.usecase;

import com.fataplus.migrations.application.config.BackupConfig.Format;
import com.fataplus.migrations.application.failure.BackupFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.ServerInfo;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a backup will find room, before it begins. An estimate only: a disk that is full later fails the backup as well, but an hour later.
 */
final class FreeSpace {
    private static final long TENTH_OF_A_MEGABYTE = 100_000;

    private FreeSpace() {}

    /** Fails where the dump of that database may not fit. */
    static void require(long free, ServerInfo server, Format format) {
        long needed = needed(server.databaseBytes(), format);
        if (free < needed) {
            String summary = "not enough room for a backup: %s free, %s needed for a database of %s"
                    .formatted(atMost(free), atLeast(needed), atLeast(server.databaseBytes()));
            throw new MigrationException(new BackupFailure(
                    "backup.no-space",
                    summary,
                    Optional.of("make room or choose another backup.directory, or go without a backup: --no-backup")));
        }
    }

    /**
     * A text leaves out what indexes and dead rows take, which outweighs what it adds; the archives are compressed, usually to a fifth of the
     * text, and half allows for data that compresses badly.
     */
    private static long needed(long databaseBytes, Format format) {
        return switch (format) {
            case PLAIN -> databaseBytes;
            case CUSTOM, DIRECTORY -> databaseBytes / 2;
        };
    }

    // Rounded apart, so that what is too little never looks like enough.
    private static String atMost(long bytes) {
        return megabytes(Math.floorDiv(bytes, TENTH_OF_A_MEGABYTE));
    }

    private static String atLeast(long bytes) {
        return megabytes(Math.ceilDiv(bytes, TENTH_OF_A_MEGABYTE));
    }

    private static String megabytes(long tenths) {
        return String.format(Locale.ROOT, "%,.1f MB", tenths / 10.0);
    }
}
