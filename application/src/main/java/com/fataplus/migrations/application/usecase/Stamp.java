package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.application.port.LockRequest;
import com.fataplus.migrations.application.port.MigrationSession;
import com.fataplus.migrations.application.port.RunStart;
import com.fataplus.migrations.application.port.ScriptStore;
import com.fataplus.migrations.application.port.Transaction;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.plan.KnownRevisions;
import com.fataplus.migrations.domain.plan.StampPlan;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.revision.RevisionSpec;
import com.fataplus.migrations.domain.script.MigrationScript;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes the ledger say that the database is at certain revisions; runs no script. */
public final class Stamp {
    private final ScriptStore scripts;
    private final Database database;
    private final PlanMaker plans;
    private final Operator operator;
    private final Duration lockWait;
    private final Clock clock;

    Stamp(ScriptStore scripts, Database database, PlanMaker plans, Operator operator, Duration lockWait, Clock clock) {
        this.scripts = requireNonNull(scripts, "scripts");
        this.database = requireNonNull(database, "database");
        this.plans = requireNonNull(plans, "plans");
        this.operator = requireNonNull(operator, "operator");
        this.lockWait = requireNonNull(lockWait, "lockWait");
        this.clock = requireNonNull(clock, "clock");
    }

    /** What becomes of the rest of the ledger. */
    public enum Mode {
        /** Each target moves its own line; other lines stay where they are. */
        MOVE,
        /** Everything is forgotten first, what no file defines included. */
        AFRESH
    }

    /**
     * What is asked for.
     *
     * @param targets the revisions to stamp, as typed
     * @param tag what to find the run by in the journal
     */
    public record Request(List<String> targets, Mode mode, Optional<String> tag) {
        public Request {
            targets = List.copyOf(targets);
            requireNonNull(mode, "mode");
            requireNonNull(tag, "tag");
        }
    }

    /** What the ledger says now; {@code run} is empty where it said so already. */
    public record Report(Optional<RunId> run, StampPlan plan) {
        public Report {
            requireNonNull(run, "run");
            requireNonNull(plan, "plan");
        }
    }

    /** Records and forgets in one transaction. */
    public Report run(Request request, RunContext context) {
        List<RevisionSpec> targets =
                request.targets().stream().map(Specs::parse).toList();
        RevisionGraph files = plans.files();
        try (MigrationSession session = database.openSession(new LockRequest(lockWait, "stamp"), context)) {
            Journalled.closeUnfinished(session, context);
            Ledger ledger = session.ledger();
            StampPlan plan = switch (request.mode()) {
                case MOVE -> plans.stamp(files, ledger, targets);
                case AFRESH -> plans.stampAfresh(files, ledger, targets);
            };
            if (plan.isEmpty()) {
                return new Report(Optional.empty(), plan);
            }
            RevisionGraph graph = KnownRevisions.join(files, ledger).graph();
            var start = new RunStart(
                    "stamp",
                    String.join(" ", request.targets()),
                    request.tag(),
                    operator.name(),
                    operator.toolVersion(),
                    "transaction");
            RunId run = Journalled.transaction(
                    session, start, (transaction, id) -> write(plan, graph, session, transaction, id));
            return new Report(Optional.of(run), plan);
        }
    }

    private void write(
            StampPlan plan, RevisionGraph graph, MigrationSession session, Transaction transaction, RunId run) {
        plan.forgotten().forEach(revision -> transaction.forget(revision, run));
        for (RevisionId id : plan.recorded()) {
            Revision revision = graph.find(id).orElseThrow();
            MigrationScript script = scripts.script(revision);
            transaction.record(
                    LedgerRows.of(
                            revision,
                            graph,
                            script.checksum(),
                            run,
                            clock.instant(),
                            session.server().user(),
                            Duration.ZERO),
                    script);
        }
    }
}
