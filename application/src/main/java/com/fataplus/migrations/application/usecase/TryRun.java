package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.RefusedFailure;
import com.fataplus.migrations.application.failure.RunFailure.Aftermath;
import com.fataplus.migrations.application.failure.ServerFailure;
import com.fataplus.migrations.application.failure.TrialFailure;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.application.port.LockRequest;
import com.fataplus.migrations.application.port.MigrationSession;
import com.fataplus.migrations.application.port.RunStart;
import com.fataplus.migrations.application.usecase.RunReport.Done;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.revision.RevisionSpec;
import com.fataplus.migrations.domain.schema.SchemaFingerprint;
import com.fataplus.migrations.domain.schema.SchemaSnapshot;
import com.fataplus.migrations.domain.script.Direction;
import com.fataplus.migrations.domain.script.Execution;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Performs a run in one transaction that is always rolled back, and proves that nothing changed. */
public final class TryRun {
    private final Database database;
    private final PlanMaker plans;
    private final StepRunner steps;
    private final Operator operator;
    private final Duration lockWait;
    private final Clock clock;

    TryRun(Database database, PlanMaker plans, StepRunner steps, Operator operator, Duration lockWait, Clock clock) {
        this.database = requireNonNull(database, "database");
        this.plans = requireNonNull(plans, "plans");
        this.steps = requireNonNull(steps, "steps");
        this.operator = requireNonNull(operator, "operator");
        this.lockWait = requireNonNull(lockWait, "lockWait");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * What is asked for.
     *
     * @param target as typed
     * @param acceptEdited applied revisions, as typed, whose changed files would be taken as they are
     */
    public record Request(Direction direction, String target, List<String> acceptEdited) {
        public Request {
            requireNonNull(direction, "direction");
            requireNonNull(target, "target");
            acceptEdited = List.copyOf(acceptEdited);
        }
    }

    /**
     * What would happen.
     *
     * @param fingerprint of the schema before and after
     */
    public record Report(
            Direction direction,
            List<Done> steps,
            List<RevisionId> headsBefore,
            List<RevisionId> headsAfter,
            SchemaFingerprint fingerprint,
            Duration took) {
        public Report {
            requireNonNull(direction, "direction");
            steps = List.copyOf(steps);
            headsBefore = List.copyOf(headsBefore);
            headsAfter = List.copyOf(headsAfter);
            requireNonNull(fingerprint, "fingerprint");
            requireNonNull(took, "took");
        }
    }

    /** Plans under the lock as the run would; the journal forgets it with the transaction. */
    public Report run(Request request, RunContext context) {
        RevisionSpec target = Specs.parse(request.target());
        RevisionGraph files = plans.files();
        try (MigrationSession session = database.openSession(new LockRequest(lockWait, "trial"), context)) {
            PreparedPlan plan = plan(request, files, session, target);
            refuseWhatCommits(plan);
            return attempt(plan, request.target(), session, context);
        }
    }

    private PreparedPlan plan(Request request, RevisionGraph files, MigrationSession session, RevisionSpec target) {
        Ledger ledger = session.ledger();
        return switch (request.direction()) {
            case UP -> {
                new EditedFiles(plans).accepted(request.acceptEdited(), files, ledger);
                yield plans.upgrade(files, ledger, target);
            }
            case DOWN -> plans.downgrade(files, session, ledger, target);
        };
    }

    private static void refuseWhatCommits(PreparedPlan plan) {
        List<String> alone = plan.steps().stream()
                .map(PreparedStep::section)
                .filter(section -> section.options().execution() == Execution.STATEMENT_BY_STATEMENT)
                .map(section -> section.location())
                .toList();
        if (!alone.isEmpty()) {
            throw new MigrationException(new RefusedFailure.NotAllowed(
                    "trial.not-in-one-transaction",
                    "what says transaction:false commits as it runs and cannot be tried: " + String.join(", ", alone),
                    Optional.of("try the revisions before it, by naming the last of them")));
        }
    }

    private Report attempt(PreparedPlan plan, String target, MigrationSession session, RunContext context) {
        Instant start = clock.instant();
        context.tell(new MigrationEvent.TrialStarted(plan.plan().steps()));
        SchemaSnapshot before = session.schema();
        List<ActiveRun> attempts = new ArrayList<>();
        try {
            List<Done> done = plan.plan().isEmpty()
                    ? List.of()
                    : steps.onTrial(session, context, start(plan, target), plan.steps(), run -> {
                        attempts.add(new ActiveRun(run, session, context, plan, session.ledger(), before));
                        return attempts.getLast();
                    });
            refuseTraces(before, session.schema());
            return report(plan, done, before, Duration.between(start, clock.instant()));
        } catch (MigrationException cause) {
            throw failed(attempts, session, before, cause);
        } finally {
            context.tell(new MigrationEvent.TrialFinished(Duration.between(start, clock.instant())));
        }
    }

    private RunStart start(PreparedPlan plan, String target) {
        String command = switch (plan.plan().direction()) {
            case UP -> "upgrade";
            case DOWN -> "downgrade";
        };
        return new RunStart(command, target, Optional.empty(), operator.name(), operator.toolVersion(), "trial");
    }

    private static void refuseTraces(SchemaSnapshot before, SchemaSnapshot now) {
        if (!before.equals(now)) {
            throw new MigrationException(new TrialFailure.LeftTraces(before.differencesTo(now)));
        }
    }

    /** A lost connection shows nothing any more; the server rolls back what it had open. */
    private static MigrationException failed(
            List<ActiveRun> attempts, MigrationSession session, SchemaSnapshot before, MigrationException cause) {
        if (cause.failure() instanceof TrialFailure.LeftTraces
                || cause.failure() instanceof ServerFailure.ConnectionLost) {
            return cause;
        }
        Optional<RevisionId> step = attempts.reversed().stream()
                .findFirst()
                .flatMap(ActiveRun::atWork)
                .map(atWork -> atWork.step().id());
        List<String> differences = before.differencesTo(session.schema());
        Aftermath aftermath = differences.isEmpty()
                ? new Aftermath.TakenBack(
                        "the trial was rolled back", before.fingerprint().abbreviated())
                : new Aftermath.Unclear(
                        "the trial was rolled back, but the schema changed meanwhile",
                        differences,
                        Optional.empty(),
                        "fata status");
        return new MigrationException(new TrialFailure.Failed(step, cause.failure(), aftermath), cause);
    }

    private static Report report(PreparedPlan plan, List<Done> done, SchemaSnapshot schema, Duration took) {
        return new Report(
                plan.plan().direction(),
                done,
                plan.plan().headsBefore(),
                plan.plan().headsAfter(),
                schema.fingerprint(),
                took);
    }
}
