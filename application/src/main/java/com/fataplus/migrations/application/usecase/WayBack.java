package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.application.failure.FailureKind;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.failure.RunFailure;
import com.fataplus.migrations.application.failure.RunFailure.Aftermath;
import com.fataplus.migrations.application.failure.ServerFailure;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.application.port.LockRequest;
import com.fataplus.migrations.application.port.MigrationSession;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.ledger.RunOutcome;
import com.fataplus.migrations.domain.ledger.StepState;
import com.fataplus.migrations.domain.plan.CommitScope;
import com.fataplus.migrations.domain.plan.PlanStep;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.rollback.FailurePoint;
import com.fataplus.migrations.domain.rollback.FailurePoint.Leftover;
import com.fataplus.migrations.domain.rollback.Recovery;
import com.fataplus.migrations.domain.rollback.RollbackPolicy;
import com.fataplus.migrations.domain.schema.SchemaSnapshot;
import com.fataplus.migrations.domain.script.Execution;
import com.fataplus.migrations.domain.script.OnFailure;
import com.fataplus.migrations.domain.script.Undo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Takes a failed run back to where it began, and proves it by schema fingerprint and ledger. */
final class WayBack {
    private final OnFailure onFailure;
    private final StepRunner steps;
    private final Database database;
    private final LockRequest lockAgain;
    private final Clock clock;

    WayBack(OnFailure onFailure, StepRunner steps, Database database, Duration lockWait, Clock clock) {
        this.onFailure = requireNonNull(onFailure, "onFailure");
        this.steps = requireNonNull(steps, "steps");
        this.database = requireNonNull(database, "database");
        this.lockAgain = new LockRequest(lockWait, "recovery");
        this.clock = requireNonNull(clock, "clock");
    }

    /** The way back asked for, for the journal. */
    String policy() {
        return onFailure.name().toLowerCase(Locale.ROOT);
    }

    /** Goes back as far as the policy and the scripts allow, and returns what to throw. */
    MigrationException take(ActiveRun run, MigrationException cause, Instant start) {
        // Going back sets other steps to work.
        Optional<RevisionId> failedStep =
                run.atWork().map(atWork -> atWork.step().id());
        Aftermath aftermath = aftermath(run, cause, start);
        return new MigrationException(new RunFailure.Failed(run.id(), failedStep, cause.failure(), aftermath), cause);
    }

    private Aftermath aftermath(ActiveRun run, MigrationException cause, Instant start) {
        try {
            return cause.failure() instanceof ServerFailure.ConnectionLost
                    ? throughNewSession(run, cause, start)
                    : takeBack(run, cause, start);
        } catch (MigrationException second) {
            return failedToo(run, cause, second);
        }
    }

    /** The lost backend gives up the lock when it has stopped; only then is there a state to look at. */
    private Aftermath throughNewSession(ActiveRun run, MigrationException cause, Instant start) {
        try (MigrationSession session = database.openSession(lockAgain, run.context())) {
            return takeBack(run.on(session), cause, start);
        }
    }

    private Aftermath takeBack(ActiveRun run, MigrationException cause, Instant start) {
        run.atWork().ifPresent(step -> noteFailed(run, step, cause.failure()));
        Aftermath aftermath = wentBack(run, cause);
        RunOutcome outcome = switch (aftermath) {
            case Aftermath.TakenBack ignored -> RunOutcome.ROLLED_BACK;
            case Aftermath.Kept ignored -> RunOutcome.STOPPED;
            case Aftermath.Unclear ignored -> RunOutcome.NEEDS_ATTENTION;
        };
        run.session().journal().finish(run.id(), outcome);
        run.tell(new MigrationEvent.RunFinished(run.id(), outcome, Duration.between(start, clock.instant())));
        return aftermath;
    }

    private Aftermath wentBack(ActiveRun run, MigrationException cause) {
        try {
            return perform(run, decide(run, cause.failure()));
        } catch (MigrationException second) {
            return failedToo(run, cause, second);
        }
    }

    private static Aftermath failedToo(ActiveRun run, MigrationException cause, MigrationException second) {
        cause.addSuppressed(second);
        return new Aftermath.Unclear(
                "taking it back failed too: " + second.failure().summary(),
                List.of(),
                run.backup().map(Backup::name),
                "fata status");
    }

    private void noteFailed(ActiveRun run, StepAtWork atWork, MigrationFailure failure) {
        PlanStep step = atWork.step().step();
        run.tell(new MigrationEvent.StepFailed(step, failure.summary()));
        run.session()
                .journal()
                .step(run.id(), step, StepState.FAILED, atWork.statementsCommitted(), Optional.of(failure.summary()));
    }

    private Recovery decide(ActiveRun run, MigrationFailure failure) {
        Ledger now = run.session().ledger();
        List<PreparedStep> committed = run.plan().steps().stream()
                .filter(step -> now.ids().contains(step.id())
                        != run.ledgerBefore().ids().contains(step.id()))
                .toList();
        var point = new FailurePoint(
                committed.stream().map(PreparedStep::step).toList(),
                irreversible(committed),
                leftover(run),
                run.backup().map(Backup::name));
        return new RollbackPolicy(policyFor(run, failure)).decide(point);
    }

    /** Somebody who asks to stop wants it soon: what was committed stays. */
    private OnFailure policyFor(ActiveRun run, MigrationFailure failure) {
        return failure.kind() == FailureKind.CANCELLED
                ? OnFailure.STOP
                : run.atWork()
                        .flatMap(atWork -> atWork.step().section().options().onFailure())
                        .orElse(onFailure);
    }

    private static Optional<FailurePoint.Irreversible> irreversible(List<PreparedStep> committed) {
        return committed.reversed().stream()
                .filter(step -> step.opposite().isEmpty())
                .findFirst()
                .map(step -> new FailurePoint.Irreversible(
                        step.step(), reason(step.script().down())));
    }

    private static String reason(Undo undo) {
        return switch (undo) {
            case Undo.Irreversible irreversible -> irreversible.reason();
            case Undo.Reversible ignored -> "it has no section for the way back";
        };
    }

    private static Leftover leftover(ActiveRun run) {
        return run.atWork()
                .filter(atWork -> atWork.step().section().options().execution() == Execution.STATEMENT_BY_STATEMENT)
                .filter(atWork -> leftSomething(run, atWork))
                .<Leftover>map(atWork -> new Leftover.Statements(atWork.step().step(), atWork.statementsCommitted()))
                .orElseGet(Leftover.Nothing::new);
    }

    /** A failed CREATE INDEX CONCURRENTLY leaves an invalid index although none of its statements succeeded. */
    private static boolean leftSomething(ActiveRun run, StepAtWork atWork) {
        return atWork.statementsCommitted() > 0
                || atWork.schemaBefore()
                        .filter(before -> !before.equals(run.session().schema()))
                        .isPresent();
    }

    private Aftermath perform(ActiveRun run, Recovery recovery) {
        return switch (recovery) {
            case Recovery.AlreadyBack ignored -> verified(run, "nothing was committed");
            case Recovery.Keep keep ->
                new Aftermath.Kept(keep.committed().stream().map(PlanStep::id).toList());
            case Recovery.Person person ->
                new Aftermath.Unclear(
                        person.reason(),
                        run.schemaBefore().differencesTo(run.session().schema()),
                        run.backup().map(Backup::name),
                        "undo or complete by hand what is listed, then run the same command again");
            case Recovery.RunBack back -> runBack(run, back.steps());
        };
    }

    private Aftermath runBack(ActiveRun run, List<PlanStep> back) {
        run.tell(new MigrationEvent.RollbackStarted(back));
        List<PreparedStep> prepared = back.stream()
                .flatMap(step -> run.plan().step(step.id()).opposite().stream())
                .toList();
        steps.runAll(run, prepared, new CommitScope.EachRevision("taking back"), ignored -> {});
        String sections = switch (run.plan().plan().direction()) {
            case UP -> "downgrades";
            case DOWN -> "upgrades";
        };
        Aftermath aftermath = verified(run, "rolled back %d revision(s) by their %s".formatted(back.size(), sections));
        run.tell(new MigrationEvent.RollbackFinished(aftermath.told()));
        return aftermath;
    }

    private static Aftermath verified(ActiveRun run, String how) {
        SchemaSnapshot now = run.session().schema();
        List<String> differences = run.schemaBefore().differencesTo(now);
        Ledger ledger = run.session().ledger();
        if (differences.isEmpty() && ledger.ids().equals(run.ledgerBefore().ids())) {
            return new Aftermath.TakenBack(how, now.fingerprint().abbreviated());
        }
        return new Aftermath.Unclear(
                how + ", but the schema is not what it was",
                differences,
                run.backup().map(Backup::name),
                "mend what is listed by hand, then: fata status");
    }
}
