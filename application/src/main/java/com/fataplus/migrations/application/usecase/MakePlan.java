package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.revision.RevisionSpec;
import com.fataplus.migrations.domain.script.Direction;
import java.util.List;

/** Says what an upgrade or downgrade would do now; takes no lock and touches nothing. */
public final class MakePlan {
    private final Database database;
    private final PlanMaker plans;

    MakePlan(Database database, PlanMaker plans) {
        this.database = requireNonNull(database, "database");
        this.plans = requireNonNull(plans, "plans");
    }

    /** The target as typed. */
    public record Request(Direction direction, String target) {
        public Request {
            requireNonNull(direction, "direction");
            requireNonNull(target, "target");
        }
    }

    /**
     * The plan.
     *
     * @param edited applied revisions whose files were changed since, which an upgrade would refuse
     */
    public record Report(PreparedPlan prepared, List<RevisionId> edited) {
        public Report {
            requireNonNull(prepared, "prepared");
            edited = List.copyOf(edited);
        }
    }

    /** Reads files and ledger once. */
    public Report run(Request request, RunContext context) {
        RevisionSpec target = Specs.parse(request.target());
        RevisionGraph files = plans.files();
        context.cancellation().check();
        Ledger ledger = database.ledger();
        PreparedPlan prepared = switch (request.direction()) {
            case UP -> plans.upgrade(files, ledger, target);
            case DOWN -> plans.downgrade(files, database, ledger, target);
        };
        return new Report(prepared, plans.edited(files, ledger));
    }
}
