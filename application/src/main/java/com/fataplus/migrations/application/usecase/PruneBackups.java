package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.BackupStore;
import com.fataplus.migrations.application.port.Database;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Removes old backups of the database, never the newest and none that a run which ended badly may need. */
public final class PruneBackups {
    private final Database database;
    private final BackupPruning pruning;

    public PruneBackups(Database database, BackupStore store, Clock clock) {
        this.database = requireNonNull(database, "database");
        this.pruning = new BackupPruning(store, clock);
    }

    /**
     * What may go.
     *
     * @param keep how many of the newest stay in any case
     * @param olderThan only older ones go; empty for any age
     */
    public record Request(Optional<Integer> keep, Optional<Duration> olderThan) {
        public Request {
            requireNonNull(keep, "keep");
            requireNonNull(olderThan, "olderThan");
        }
    }

    /** Returns the names of those that went, newest first; takes no lock. */
    public List<String> run(Request request, RunContext context) {
        if (request.keep().isEmpty() && request.olderThan().isEmpty()) {
            throw new MigrationException(new InputFailure.BadRequest(
                    "backup.prune-what", "say which backups may go", Optional.of("fata backup prune --keep 5")));
        }
        Retention retention = new Retention(request.keep(), request.olderThan());
        return pruning.prune(retention, database, database.server(), context);
    }
}
