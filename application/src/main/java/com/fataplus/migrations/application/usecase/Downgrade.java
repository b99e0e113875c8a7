package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.application.port.LockRequest;
import com.fataplus.migrations.application.port.MigrationSession;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.revision.RevisionSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes the database back to a revision, by the scripts that were applied. */
public final class Downgrade {
    private final Database database;
    private final PlanMaker plans;
    private final MigrationRun runs;
    private final Duration lockWait;

    Downgrade(Database database, PlanMaker plans, MigrationRun runs, Duration lockWait) {
        this.database = requireNonNull(database, "database");
        this.plans = requireNonNull(plans, "plans");
        this.runs = requireNonNull(runs, "runs");
        this.lockWait = requireNonNull(lockWait, "lockWait");
    }

    /**
     * What is asked for.
     *
     * @param target as typed
     * @param tag what to find the run by in the journal
     */
    public record Request(String target, Optional<String> tag) {
        public Request {
            requireNonNull(target, "target");
            requireNonNull(tag, "tag");
        }
    }

    /** Plans under the lock; works for revisions whose files are gone. */
    public RunReport run(Request request, RunContext context) {
        RevisionSpec target = Specs.parse(request.target());
        RevisionGraph files = plans.files();
        try (MigrationSession session = database.openSession(new LockRequest(lockWait, "downgrade"), context)) {
            Journalled.closeUnfinished(session, context);
            Ledger ledger = session.ledger();
            PreparedPlan plan = plans.downgrade(files, session, ledger, target);
            tellEdited(plan, files, context);
            var order = new MigrationRun.Order("downgrade", request.target(), request.tag(), List.of());
            return runs.execute(order, plan, ledger, session, context);
        }
    }

    private void tellEdited(PreparedPlan plan, RevisionGraph files, RunContext context) {
        List<RevisionId> edited = plans.editedAmong(plan, files);
        if (!edited.isEmpty()) {
            context.tell(new MigrationEvent.Warning(
                    "ledger.edited", "edited after they were applied, taken down as they were applied: " + edited));
        }
    }
}
