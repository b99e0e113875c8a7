package com.fataplus.migrations.application.memory;

import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.RefusedFailure;
import com.fataplus.migrations.application.port.RunJournal;
import com.fataplus.migrations.application.port.RunStart;
import com.fataplus.migrations.domain.ledger.Run;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.RunOutcome;
import com.fataplus.migrations.domain.ledger.RunStep;
import com.fataplus.migrations.domain.ledger.StepState;
import com.fataplus.migrations.domain.plan.PlanStep;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.Direction;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The diary of runs; the run with number n is its nth. */
final class MemoryJournal implements RunJournal {
    private final Clock clock;
    private final List<Run> runs = new ArrayList<>();
    private final Map<Long, List<RunStep>> steps = new TreeMap<>();

    MemoryJournal(Clock clock) {
        this.clock = clock;
    }

    @Override
    public RunId begin(RunStart start) {
        RunId id = next();
        runs.add(new Run(
                id,
                start.command(),
                start.target(),
                start.tag(),
                start.operator(),
                clock.instant(),
                Optional.empty(),
                RunOutcome.UNFINISHED,
                Optional.empty()));
        return id;
    }

    /** The number of the next run to begin. */
    RunId next() {
        return new RunId(runs.size() + 1L);
    }

    @Override
    public void backedUp(RunId run, String backup) {
        Run before = underWay(run);
        replace(before, before.finishedAt(), before.outcome(), Optional.of(backup));
    }

    @Override
    public void step(RunId run, PlanStep step, StepState state, int statementsDone, Optional<String> failure) {
        note(run, step.id(), step.direction(), state, statementsDone, failure);
    }

    @Override
    public void finish(RunId run, RunOutcome outcome) {
        Run before = underWay(run);
        replace(before, Optional.of(clock.instant()), outcome, before.backup());
    }

    /** What a restore has to do here: {@code finish 3 SUCCEEDED}, or nothing. */
    static String finishing(RunId run, Optional<RunOutcome> outcome) {
        return outcome.map(word -> "finish " + run + " " + word).orElse("");
    }

    void follow(String finishing) {
        if (!finishing.isEmpty()) {
            List<String> words = List.of(finishing.split(" ", -1));
            finish(new RunId(Long.parseLong(words.get(1))), RunOutcome.valueOf(words.get(2)));
        }
    }

    void note(
            RunId run,
            RevisionId revision,
            Direction direction,
            StepState state,
            int statementsDone,
            Optional<String> failure) {
        steps.computeIfAbsent(run.value(), number -> new ArrayList<>())
                .add(new RunStep(revision, direction, state, statementsDone, failure, clock.instant()));
    }

    List<Run> newest(int limit) {
        return runs.reversed().stream().limit(limit).toList();
    }

    List<RunStep> steps(RunId run) {
        return List.copyOf(steps.getOrDefault(run.value(), List.of()));
    }

    Optional<Run> unfinished() {
        return runs.reversed().stream()
                .filter(run -> run.finishedAt().isEmpty())
                .findFirst();
    }

    private Run underWay(RunId id) {
        return runs.stream()
                .filter(run -> run.id().equals(id) && run.finishedAt().isEmpty())
                .findFirst()
                .orElseThrow(() -> new MigrationException(RefusedFailure.NotAllowed.notUnderWay(id)));
    }

    private void replace(Run before, Optional<Instant> finishedAt, RunOutcome outcome, Optional<String> backup) {
        runs.set(
                runs.indexOf(before),
                new Run(
                        before.id(),
                        before.command(),
                        before.target(),
                        before.tag(),
                        before.operator(),
                        before.startedAt(),
                        finishedAt,
                        outcome,
                        backup));
    }
}
