package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.BackupStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Shows what the manifest of one backup says. */
public final class ShowBackup {
    private static final int MOST_SIMILAR = 3;

    private final BackupStore store;

    public ShowBackup(BackupStore store) {
        this.store = requireNonNull(store, "store");
    }

    /** A name as typed, with or without its ending. */
    public record Request(String name) {
        public Request {
            requireNonNull(name, "name");
        }
    }

    /** Connects to no database. */
    public Backup run(Request request, RunContext context) {
        context.cancellation().check();
        List<Backup> backups = store.list();
        return backups.stream()
                .filter(backup -> isNamed(backup, request.name()))
                .findFirst()
                .orElseThrow(() -> unknown(request.name(), backups));
    }

    private static boolean isNamed(Backup backup, String name) {
        return backup.name().equals(name) || backup.name().startsWith(name + ".");
    }

    private static MigrationException unknown(String name, List<Backup> backups) {
        List<String> similar = similar(name, backups);
        String question = similar.isEmpty() ? "" : "; did you mean " + String.join(" or ", similar) + "?";
        return new MigrationException(new InputFailure.BadRequest(
                "backup.unknown", "no backup is called '" + name + "'" + question, Optional.of("fata backup list")));
    }

    /** Names are times: those that agree with the typed one longest are nearest to it. */
    private static List<String> similar(String name, List<Backup> backups) {
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
