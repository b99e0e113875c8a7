package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.domain.ledger.AppliedRevision;
import com.fataplus.migrations.domain.ledger.Ledger;
import java.util.List;

/** Says where the database is, from the ledger alone: no file is read. */
public final class ShowCurrent {
    private final Database database;

    public ShowCurrent(Database database) {
        this.database = requireNonNull(database, "database");
    }

    /** Nothing to choose. */
    public record Request() {}

    /** The applied heads, sorted by id; none on a database nobody migrated. */
    public record Report(List<AppliedRevision> heads) {
        public Report {
            heads = List.copyOf(heads);
        }
    }

    /** Reads the ledger once, without a lock. */
    public Report run(Request request, RunContext context) {
        requireNonNull(request, "request");
        context.cancellation().check();
        Ledger ledger = database.ledger();
        var applied = ledger.byId();
        return new Report(ledger.heads().stream().map(applied::get).toList());
    }
}
