package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.RunConfig;
import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.port.MigrationSession;
import com.fataplus.migrations.application.port.RunStart;
import com.fataplus.migrations.application.port.SectionRun;
import com.fataplus.migrations.application.port.StatementProgress;
import com.fataplus.migrations.application.port.Transaction;
import com.fataplus.migrations.application.usecase.RunReport.Done;
import com.fataplus.migrations.domain.ledger.AppliedRevision;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.StepState;
import com.fataplus.migrations.domain.plan.CommitScope;
import com.fataplus.migrations.domain.script.Section;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Performs steps: each script and its ledger row commit together. */
final class StepRunner {
    private final RunConfig config;
    private final LockRetry retry;
    private final Clock clock;

    StepRunner(RunConfig config, LockRetry retry, Clock clock) {
        this.config = requireNonNull(config, "config");
        this.retry = requireNonNull(retry, "retry");
        this.clock = requireNonNull(clock, "clock");
    }

    /** Runs the steps as the scope says; {@code before} is called before each transaction, with none open. */
    List<Done> runAll(ActiveRun run, List<PreparedStep> steps, CommitScope scope, Consumer<ActiveRun> before) {
        return switch (scope) {
            case CommitScope.WholeRun ignored -> together(run, steps, before);
            case CommitScope.EachRevision ignored -> oneByOne(run, steps, before);
            case CommitScope.Refused refused -> throw new IllegalStateException(refused.reason());
        };
    }

    private List<Done> together(ActiveRun run, List<PreparedStep> steps, Consumer<ActiveRun> before) {
        before.accept(run);
        return retry.run(
                run.context(),
                lockTimeout -> run.session()
                        .inTransaction(transaction -> oneAfterAnother(run, transaction, steps, lockTimeout)));
    }

    /** Runs the steps in one transaction that is rolled back; {@code begun} makes the run of each attempt. */
    List<Done> onTrial(
            MigrationSession session,
            RunContext context,
            RunStart start,
            List<PreparedStep> steps,
            Function<RunId, ActiveRun> begun) {
        return retry.run(
                context,
                lockTimeout -> session.onTrial(
                        start, (transaction, id) -> oneAfterAnother(begun.apply(id), transaction, steps, lockTimeout)));
    }

    private List<Done> oneAfterAnother(
            ActiveRun run, Transaction transaction, List<PreparedStep> steps, Duration lockTimeout) {
        List<Done> done = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            done.add(inTransaction(run, transaction, new Turn(steps.get(i), i + 1, steps.size()), lockTimeout));
        }
        return done;
    }

    private List<Done> oneByOne(ActiveRun run, List<PreparedStep> steps, Consumer<ActiveRun> before) {
        List<Done> done = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            run.context().cancellation().check();
            before.accept(run);
            Turn turn = new Turn(steps.get(i), i + 1, steps.size());
            done.add(
                    switch (turn.section().options().execution()) {
                        case IN_TRANSACTION ->
                            retry.run(
                                    run.context(),
                                    lockTimeout -> run.session()
                                            .inTransaction(
                                                    transaction -> inTransaction(run, transaction, turn, lockTimeout)));
                        case STATEMENT_BY_STATEMENT -> statementByStatement(run, turn);
                    });
        }
        return done;
    }

    private Done inTransaction(ActiveRun run, Transaction transaction, Turn turn, Duration lockTimeout) {
        run.context().cancellation().check();
        run.working(new StepAtWork(turn.prepared(), 0, Optional.empty()));
        Instant start = begin(run, turn);
        transaction.run(limits(turn.section(), lockTimeout), told(run, turn));
        write(run, transaction, turn.prepared(), start);
        return finish(run, turn, start);
    }

    /** The journal knows before and after each statement, so that a killed run can be told from a finished one. */
    private Done statementByStatement(ActiveRun run, Turn turn) {
        PreparedStep prepared = turn.prepared();
        var schemaBefore = Optional.of(run.session().schema());
        run.working(new StepAtWork(prepared, 0, schemaBefore));
        Instant start = begin(run, turn);
        run.session().journal().step(run.id(), prepared.step(), StepState.STARTED, 0, Optional.empty());
        StatementProgress told = told(run, turn);
        run.session().outsideTransaction(limits(turn.section(), Duration.ZERO), (index, statement, took) -> {
            run.working(new StepAtWork(prepared, index + 1, schemaBefore));
            run.session().journal().step(run.id(), prepared.step(), StepState.STARTED, index + 1, Optional.empty());
            told.done(index, statement, took);
        });
        run.session().inTransaction(transaction -> {
            write(run, transaction, prepared, start);
            return prepared;
        });
        return finish(run, turn, start);
    }

    private Instant begin(ActiveRun run, Turn turn) {
        run.tell(new MigrationEvent.StepStarted(
                turn.prepared().step(),
                turn.number(),
                turn.of(),
                turn.section().statements().size()));
        return clock.instant();
    }

    private Done finish(ActiveRun run, Turn turn, Instant start) {
        Duration took = Duration.between(start, clock.instant());
        run.tell(new MigrationEvent.StepFinished(turn.prepared().step(), turn.number(), turn.of(), took));
        return new Done(turn.prepared().step(), took);
    }

    private static StatementProgress told(ActiveRun run, Turn turn) {
        int of = turn.section().statements().size();
        return (index, statement, took) -> run.tell(
                new MigrationEvent.StatementDone(turn.prepared().step(), index + 1, of, statement.excerpt(), took));
    }

    /** A lock timeout written in the file holds for every attempt. */
    private SectionRun limits(Section section, Duration lockTimeout) {
        return new SectionRun(
                section,
                0,
                section.options().lockTimeout().orElse(lockTimeout),
                section.options().timeout().or(config::statementTimeout));
    }

    private void write(ActiveRun run, Transaction transaction, PreparedStep prepared, Instant start) {
        switch (prepared.step().direction()) {
            case UP -> transaction.record(row(run, prepared, start), prepared.script());
            case DOWN -> transaction.forget(prepared.id(), run.id());
        }
    }

    private AppliedRevision row(ActiveRun run, PreparedStep prepared, Instant start) {
        return LedgerRows.of(
                prepared.step().revision(),
                run.plan().graph(),
                prepared.script().checksum(),
                run.id(),
                clock.instant(),
                run.session().server().user(),
                Duration.between(start, clock.instant()));
    }

    /** A step and its place among those of the run, counted from 1. */
    private record Turn(PreparedStep prepared, int number, int of) {
        Section section() {
            return prepared.section();
        }
    }
}
