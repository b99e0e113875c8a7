package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.BackupStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What people call backups: by name, with or without its ending, or {@code latest}. */
final class BackupNames {
    private static final String LATEST = "latest";
    private static final int MOST_SIMILAR = 3;

    private final List<Backup> backups;
    private final String database;

    /** @param database the address of the database whose latest backup is meant */
    BackupNames(BackupStore store, String database) {
        this.backups = store.list();
        this.database = requireNonNull(database, "database");
    }

    /** The one that is meant; fails with names that are similar. */
    Backup one(String typed) {
        return find(typed).orElseThrow(() -> unknown(typed));
    }

    Optional<Backup> find(String typed) {
        return backups.stream()
                .filter(backup -> typed.equals(LATEST) ? backup.database().equals(database) : isNamed(backup, typed))
                .findFirst();
    }

    private static boolean isNamed(Backup backup, String name) {
        return backup.name().equals(name) || backup.name().startsWith(name + ".");
    }

    private MigrationException unknown(String typed) {
        return new MigrationException(new InputFailure.BadRequest(
                "backup.unknown",
                typed.equals(LATEST)
                        ? "there is no backup of " + database
                        : "no backup is called '" + typed + "'" + question(typed),
                Optional.of("fata backup list")));
    }

    private String question(String typed) {
        List<String> similar = similar(typed);
        return similar.isEmpty() ? "" : "; did you mean " + String.join(" or ", similar) + "?";
    }

    /** Names are times: those that agree with the typed one longest are nearest to it. */
    private List<String> similar(String name) {
        return backups.stream()
                .map(Backup::name)
                .filter(other -> commonStart(name, other) > name.length() / 2)
                .sorted(Comparator.comparingInt((String other) -> commonStart(name, other))
                        .reversed())
                .limit(MOST_SIMILAR)
                .toList();
    }

    private static int commonStart(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }
}
