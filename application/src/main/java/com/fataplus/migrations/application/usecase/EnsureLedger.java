package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.application.port.LedgerFound;
import com.fataplus.migrations.application.port.LockRequest;
import com.fataplus.migrations.application.port.MigrationSession;
import java.time.Duration;

/** Sees to it that the database has a ledger that this fata can write; runs nothing and records no run. */
public final class EnsureLedger {
    private final Database database;
    private final String schema;
    private final Duration lockWait;

    EnsureLedger(Database database, String schema, Duration lockWait) {
        this.database = requireNonNull(database, "database");
        this.schema = requireNonNull(schema, "schema");
        this.lockWait = requireNonNull(lockWait, "lockWait");
    }

    /** There is nothing to choose. */
    public record Request() {}

    /**
     * What was done.
     *
     * @param schema where the ledger is
     * @param found as it was before
     */
    public record Report(String schema, LedgerFound found) {
        public Report {
            requireNonNull(schema, "schema");
            requireNonNull(found, "found");
        }
    }

    /** Creates the ledger where there is none, and brings an older one up to date. */
    public Report run(Request request, RunContext context) {
        requireNonNull(request, "request");
        try (MigrationSession session = database.openSession(new LockRequest(lockWait, "ensure-version"), context)) {
            return new Report(schema, session.ledgerFound());
        }
    }
}
