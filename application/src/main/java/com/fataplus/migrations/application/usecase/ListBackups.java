package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.BackupStore;
import java.util.List;

/** Lists the backups of all databases. */
public final class ListBackups {
    private final BackupStore store;

    public ListBackups(BackupStore store) {
        this.store = requireNonNull(store, "store");
    }

    /** All there are. */
    public record Request() {}

    /**
     * What is there.
     *
     * @param backups newest first
     * @param unreadable one sentence for each that is damaged
     */
    public record Report(List<Backup> backups, List<String> unreadable) {
        public Report {
            backups = List.copyOf(backups);
            unreadable = List.copyOf(unreadable);
        }
    }

    /** Connects to no database. */
    public Report run(Request request, RunContext context) {
        requireNonNull(request, "request");
        context.cancellation().check();
        return new Report(store.list(), store.unreadable());
    }
}
