package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.application.port.LockRequest;
import com.fataplus.migrations.application.port.MigrationSession;
import com.fataplus.migrations.application.port.RunStart;
import com.fataplus.migrations.application.port.ScriptStore;
import com.fataplus.migrations.domain.ledger.AppliedRevision;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.revision.RevisionSpec;
import com.fataplus.migrations.domain.script.MigrationScript;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Brings the database to a revision: by default to all heads. */
public final class Upgrade {
    private final ScriptStore scripts;
    private final Database database;
    private final PlanMaker plans;
    private final MigrationRun runs;
    private final Operator operator;
    private final Duration lockWait;

    Upgrade(
            ScriptStore scripts,
            Database database,
            PlanMaker plans,
            MigrationRun runs,
            Operator operator,
            Duration lockWait) {
        this.scripts = requireNonNull(scripts, "scripts");
        this.database = requireNonNull(database, "database");
        this.plans = requireNonNull(plans, "plans");
        this.runs = requireNonNull(runs, "runs");
        this.operator = requireNonNull(operator, "operator");
        this.lockWait = requireNonNull(lockWait, "lockWait");
    }

    /**
     * What is asked for.
     *
     * @param target as typed
     * @param acceptEdited applied revisions, as typed, whose changed files are to be taken as they are
     * @param tag what to find the run by in the journal
     */
    public record Request(String target, List<String> acceptEdited, Optional<String> tag) {
        public Request {
            requireNonNull(target, "target");
            acceptEdited = List.copyOf(acceptEdited);
            requireNonNull(tag, "tag");
        }
    }

    /** Plans under the lock from what it then finds; an up-to-date database is success. */
    public RunReport run(Request request, RunContext context) {
        RevisionSpec target = Specs.parse(request.target());
        RevisionGraph files = plans.files();
        try (MigrationSession session = database.openSession(new LockRequest(lockWait, "upgrade"), context)) {
            Journalled.closeUnfinished(session, context);
            Ledger ledger = session.ledger();
            List<RevisionId> accepted = new EditedFiles(plans).accepted(request.acceptEdited(), files, ledger);
            PreparedPlan plan = plans.upgrade(files, ledger, target);
            accept(accepted, request.tag(), files, ledger, session);
            tellUnknown(plan, context);
            var order = new MigrationRun.Order("upgrade", request.target(), request.tag(), accepted);
            return runs.execute(order, plan, session.ledger(), session, context);
        }
    }

    private void accept(
            List<RevisionId> accepted,
            Optional<String> tag,
            RevisionGraph files,
            Ledger ledger,
            MigrationSession session) {
        if (accepted.isEmpty()) {
            return;
        }
        var start = new RunStart(
                "accept-edited", accepted.toString(), tag, operator.name(), operator.toolVersion(), "transaction");
        var rows = ledger.byId();
        Journalled.transaction(
                session,
                start,
                (transaction, run) -> files.revisions().stream()
                        .filter(revision -> accepted.contains(revision.id()))
                        .forEach(revision -> {
                            MigrationScript script = scripts.script(revision);
                            transaction.forget(revision.id(), run);
                            transaction.record(accepted(rows.get(revision.id()), script), script);
                        }));
    }

    private static AppliedRevision accepted(AppliedRevision row, MigrationScript script) {
        return new AppliedRevision(
                row.id(),
                row.parents(),
                row.dependsOn(),
                row.labels(),
                row.message(),
                script.checksum(),
                row.run(),
                row.appliedAt(),
                row.appliedBy(),
                row.duration());
    }

    private static void tellUnknown(PreparedPlan plan, RunContext context) {
        if (!plan.unknown().isEmpty()) {
            context.tell(new MigrationEvent.Warning(
                    "ledger.unknown",
                    "applied, but no file defines: " + plan.unknown() + " (another branch, or a newer release)"));
        }
    }
}
