package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.BackupStore;
import com.fataplus.migrations.application.port.LedgerReader;
import com.fataplus.migrations.application.port.ServerInfo;
import com.fataplus.migrations.domain.ledger.Run;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Removes backups that nobody needs any more. Several databases may keep theirs in one place; only one's are looked at. */
final class BackupPruning {
    /** How far back a run that ended badly keeps its backup. */
    private static final int RUNS = 100;

    private final BackupStore store;
    private final Clock clock;

    BackupPruning(BackupStore store, Clock clock) {
        this.store = requireNonNull(store, "store");
        this.clock = requireNonNull(clock, "clock");
    }

    /** Returns the names of those that went, newest first. */
    List<String> prune(Retention retention, LedgerReader journal, ServerInfo server, RunContext context) {
        List<Backup> ofThisDatabase = store.list().stream()
                .filter(backup -> backup.database().equals(server.address()))
                .toList();
        List<Backup> expendable = retention.expendable(ofThisDatabase, neededBy(journal.runs(RUNS)), clock.instant());
        List<String> gone = new ArrayList<>();
        try {
            for (Backup backup : expendable) {
                store.delete(backup.name());
                gone.add(backup.name());
            }
        } finally {
            if (!gone.isEmpty()) {
                context.tell(new MigrationEvent.BackupsPruned(gone));
            }
        }
        return List.copyOf(gone);
    }

    private static Predicate<Backup> neededBy(List<Run> runs) {
        List<Run> dirty =
                runs.stream().filter(BackupPruning::mayHaveToBeTakenBack).toList();
        return backup -> dirty.stream()
                .anyMatch(run -> run.backup().equals(Optional.of(backup.name()))
                        || backup.run().equals(Optional.of(run.id().value())));
    }

    private static boolean mayHaveToBeTakenBack(Run run) {
        return switch (run.outcome()) {
            case UNFINISHED, ABANDONED, NEEDS_ATTENTION -> true;
            case SUCCEEDED, ROLLED_BACK, STOPPED -> false;
        };
    }
}
