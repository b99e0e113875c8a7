package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.plan.KnownRevisions;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import java.util.List;

/** Shows revisions in full. */
public final class ShowRevision {
    private static final String CURRENT = "current";

    private final PlanMaker plans;
    private final Database database;

    ShowRevision(PlanMaker plans, Database database) {
        this.plans = requireNonNull(plans, "plans");
        this.database = requireNonNull(database, "database");
    }

    /** A name as typed: an id or its beginning, a label, {@code heads}, {@code current}. */
    public record Request(String name) {
        public Request {
            requireNonNull(name, "name");
        }
    }

    /** The revisions it names. */
    public record Report(List<RevisionLine> revisions) {
        public Report {
            revisions = List.copyOf(revisions);
        }
    }

    /** Connects only for {@code current}. */
    public Report run(Request request, RunContext context) {
        context.cancellation().check();
        RevisionGraph files = plans.files();
        Ledger ledger = request.name().contains(CURRENT) ? database.ledger() : Ledger.EMPTY;
        KnownRevisions known = KnownRevisions.join(files, ledger);
        return new Report(RevisionLine.all(Specs.all(known.resolver(), request.name()), known.graph()));
    }
}
