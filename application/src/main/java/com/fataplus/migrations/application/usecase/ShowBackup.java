package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.BackupStore;

/** Shows what the manifest of one backup says. */
public final class ShowBackup {
    private final BackupStore store;
    private final String database;

    /** @param database the address of the database whose latest backup may be asked for */
    public ShowBackup(BackupStore store, String database) {
        this.store = requireNonNull(store, "store");
        this.database = requireNonNull(database, "database");
    }

    /** A name as typed, with or without its ending, or {@code latest}. */
    public record Request(String name) {
        public Request {
            requireNonNull(name, "name");
        }
    }

    /** Connects to no database. */
    public Backup run(Request request, RunContext context) {
        context.cancellation().check();
        return new BackupNames(store, database).one(request.name());
    }
}
