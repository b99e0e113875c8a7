package com.fataplus.migrations.application.failure;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A backup could not be taken or read; when it was to come before a run, nothing ran.
 *
 * @param code which way it failed, as {@code backup.program-missing}
 */
public record BackupFailure(String code, String summary, Optional<String> remedy) implements MigrationFailure {
    private static final List<String> FULL =
            List.of("No space left on device", "Disk quota exceeded", "not enough space on the disk");

    public BackupFailure {
        requireNonNull(code, "code");
        requireNonNull(summary, "summary");
        requireNonNull(remedy, "remedy");
    }

    /**
     * The backup's place did not take the bytes.
     *
     * @param reason the operating system's words
     */
    public static BackupFailure notWritten(String reason) {
        return FULL.stream().anyMatch(reason::contains)
                ? new BackupFailure(
                        "backup.disk-full",
                        "the disk is full: the backup could not be written (" + reason + ")",
                        Optional.of("make room or choose another backup.directory, then run the same command again"))
                : new BackupFailure(
                        "backup.not-written", "the backup could not be written: " + reason, Optional.empty());
    }

    @Override
    public FailureKind kind() {
        return FailureKind.BACKUP_FAILED;
    }
}
