package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.BackupConfig;
import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.BackupFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.MigrationSession;
import com.fataplus.migrations.application.port.RunStart;
import com.fataplus.migrations.application.usecase.RunReport.Done;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.RunOutcome;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The frame of a run that has steps: journal, backup, steps, and the way back when one fails. */
final class MigrationRun {
    private final BackupConfig backups;
    private final TakeBackup takeBackup;
    private final StepRunner steps;
    private final WayBack wayBack;
    private final Operator operator;
    private final Clock clock;

    MigrationRun(
            BackupConfig backups,
            TakeBackup takeBackup,
            StepRunner steps,
            WayBack wayBack,
            Operator operator,
            Clock clock) {
        this.backups = requireNonNull(backups, "backups");
        this.takeBackup = requireNonNull(takeBackup, "takeBackup");
        this.steps = requireNonNull(steps, "steps");
        this.wayBack = requireNonNull(wayBack, "wayBack");
        this.operator = requireNonNull(operator, "operator");
        this.clock = requireNonNull(clock, "clock");
    }

    /** What was asked for, for journal and report. */
    record Order(String command, String target, Optional<String> tag, List<RevisionId> accepted) {
        Order {
            accepted = List.copyOf(accepted);
        }
    }

    /** Runs the plan's steps under the session's lock; an empty plan is success and leaves no trace in the journal. */
    RunReport execute(Order order, PreparedPlan plan, Ledger ledger, MigrationSession session, RunContext context) {
        if (plan.plan().isEmpty()) {
            return report(order, plan, Optional.empty(), List.of(), Optional.empty(), Duration.ZERO);
        }
        Instant start = clock.instant();
        RunId id = session.journal()
                .begin(new RunStart(
                        order.command(),
                        order.target(),
                        order.tag(),
                        operator.name(),
                        operator.toolVersion(),
                        wayBack.policy()));
        context.tell(new MigrationEvent.RunStarted(
                id,
                order.command(),
                order.tag(),
                plan.plan().steps(),
                plan.scope().reason()));
        ActiveRun run = new ActiveRun(id, session, context, plan, ledger, session.schema());
        List<Done> done = perform(run, start);
        session.journal().finish(id, RunOutcome.SUCCEEDED);
        if (run.backup().isPresent()) {
            takeBackup.applyRetention(session, context);
        }
        Duration took = since(start);
        context.tell(new MigrationEvent.RunFinished(id, RunOutcome.SUCCEEDED, took));
        return report(order, plan, Optional.of(run), done, Optional.of(id), took);
    }

    private List<Done> perform(ActiveRun run, Instant start) {
        try {
            return steps.runAll(run, run.plan().steps(), run.plan().scope(), this::backUp);
        } catch (MigrationException cause) {
            if (cause.failure() instanceof BackupFailure && run.atWork().isEmpty()) {
                run.session().journal().finish(run.id(), RunOutcome.ROLLED_BACK);
                run.tell(new MigrationEvent.RunFinished(run.id(), RunOutcome.ROLLED_BACK, since(start)));
                throw cause;
            }
            throw wayBack.take(run, cause, start);
        }
    }

    private void backUp(ActiveRun run) {
        boolean due = switch (backups.when()) {
            case RUN -> run.backup().isEmpty();
            case REVISION -> true;
            case NEVER -> false;
        };
        if (due) {
            run.backedUp(Optional.of(takeBackup.before(run.session(), run.id(), run.context())));
            run.backup().ifPresent(backup -> run.session().journal().backedUp(run.id(), backup.name()));
        }
    }

    private Duration since(Instant start) {
        return Duration.between(start, clock.instant());
    }

    private static RunReport report(
            Order order,
            PreparedPlan plan,
            Optional<ActiveRun> run,
            List<Done> done,
            Optional<RunId> id,
            Duration took) {
        return new RunReport(
                id,
                plan.plan().direction(),
                done,
                plan.plan().headsBefore(),
                plan.plan().headsAfter(),
                order.accepted(),
                plan.unknown(),
                run.flatMap(ActiveRun::backup),
                plan.scope().reason(),
                took);
    }
}
