package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.domain.ledger.AppliedRevision;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.plan.KnownRevisions;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Says where the database is, and whether that is where the files end. */
public final class ShowCurrent {
    private final PlanMaker plans;
    private final Database database;

    ShowCurrent(PlanMaker plans, Database database) {
        this.plans = requireNonNull(plans, "plans");
        this.database = requireNonNull(database, "database");
    }

    /** Whether to compare with the files. */
    public enum HeadCheck {
        /** Read no file. */
        NO,
        YES
    }

    /** Whether to compare with the files, too. */
    public record Request(HeadCheck check) {
        public Request {
            requireNonNull(check, "check");
        }
    }

    /**
     * What keeps the database from being where the files end.
     *
     * @param heads where the files end, with dependencies counted: what a database has when everything is applied
     * @param pending revisions of the files that are not applied, in the order they would run
     * @param unknown applied revisions that no file defines
     */
    public record Comparison(List<RevisionId> heads, List<Revision> pending, List<RevisionId> unknown) {
        public Comparison {
            heads = List.copyOf(heads);
            pending = List.copyOf(pending);
            unknown = List.copyOf(unknown);
        }

        public boolean isAtHeads() {
            return pending.isEmpty() && unknown.isEmpty();
        }
    }

    /**
     * Where the database is.
     *
     * @param heads what nothing applied builds on, sorted by id; none on a database nobody migrated
     * @param implied what no applied revision has as a parent, but one depends on: heads by parent alone
     * @param comparison empty unless it was asked for
     */
    public record Report(List<AppliedRevision> heads, List<AppliedRevision> implied, Optional<Comparison> comparison) {
        public Report {
            heads = List.copyOf(heads);
            implied = List.copyOf(implied);
            requireNonNull(comparison, "comparison");
        }
    }

    /** Reads the ledger once, without a lock; reads files only for a comparison. */
    public Report run(Request request, RunContext context) {
        context.cancellation().check();
        Ledger ledger = database.ledger();
        return new Report(
                rows(ledger, ledger.heads()),
                rows(ledger, ledger.dependencyHeads()),
                switch (request.check()) {
                    case NO -> Optional.empty();
                    case YES -> Optional.of(compared(ledger));
                });
    }

    private Comparison compared(Ledger ledger) {
        RevisionGraph files = plans.files();
        KnownRevisions known = KnownRevisions.join(files, ledger);
        return new Comparison(files.effectiveHeads(), known.pending(), PlanMaker.unknown(known));
    }

    private static List<AppliedRevision> rows(Ledger ledger, Collection<RevisionId> ids) {
        var applied = ledger.byId();
        return ids.stream().map(applied::get).toList();
    }
}
