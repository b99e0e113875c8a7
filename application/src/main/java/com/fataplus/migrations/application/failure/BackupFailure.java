package com.fataplus.migrations.application.failure;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A backup could not be taken or read; when it was to come before a run, nothing ran.
 *
 * @param code which way it failed, as {@code backup.program-missing}
 */
public record BackupFailure(String code, String summary, Optional<String> remedy) implements MigrationFailure {
    public BackupFailure {
        requireNonNull(code, "code");
        requireNonNull(summary, "summary");
        requireNonNull(remedy, "remedy");
    }

    @Override
    public FailureKind kind() {
        return FailureKind.BACKUP_FAILED;
    }
}
