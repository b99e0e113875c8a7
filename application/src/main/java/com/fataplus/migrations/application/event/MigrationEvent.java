package com.fataplus.migrations.application.event;

import com.fataplus.migrations.application.failure.LockHolder;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.RunOutcome;
import com.fataplus.migrations.domain.plan.PlanStep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One thing that is true now and was not before; told after the fact, in order. */
public sealed interface MigrationEvent {
    /** Another run has the lock; told again about every five seconds. */
    record WaitingForLock(LockHolder holder, Duration waited) implements MigrationEvent {}

    /** The lock is ours. */
    record LockAcquired(Duration waited) implements MigrationEvent {}

    /** An earlier run began and never ended; its session is gone. */
    record UnfinishedRunFound(RunId run, String command) implements MigrationEvent {}

    /** Something worth knowing that stops nothing. */
    record Warning(String code, String message) implements MigrationEvent {}

    /** Work begins. */
    record RunStarted(RunId run, String command, Optional<String> tag, List<PlanStep> steps, String commitScope)
            implements MigrationEvent {
        public RunStarted {
            steps = List.copyOf(steps);
        }
    }

    /** A run is tried in a transaction that will be rolled back; its steps are told as those of a run. */
    record TrialStarted(List<PlanStep> steps) implements MigrationEvent {
        public TrialStarted {
            steps = List.copyOf(steps);
        }
    }

    /** The trial was rolled back; always its last event. */
    record TrialFinished(Duration took) implements MigrationEvent {}

    /** A backup is being written. */
    record BackupStarted(String name, long databaseBytes) implements MigrationEvent {}

    /** Bytes written so far, told a few times a second. */
    record BackupProgress(String name, long bytes, long databaseBytes) implements MigrationEvent {}

    /** The backup stands under its final name. */
    record BackupFinished(String name, long bytes, Duration took) implements MigrationEvent {}

    /** A backup was looked at; what came of it. */
    record BackupChecked(String name, List<String> problems) implements MigrationEvent {
        public BackupChecked {
            problems = List.copyOf(problems);
        }
    }

    /** A dump is being brought into the database of that name. */
    record RestoreStarted(String dump, String into) implements MigrationEvent {}

    /** Bytes restored so far, told a few times a second where they can be counted. */
    record RestoreProgress(String dump, long bytes) implements MigrationEvent {}

    /** Older backups that retention removed. */
    record BackupsPruned(List<String> names) implements MigrationEvent {
        public BackupsPruned {
            names = List.copyOf(names);
        }
    }

    /** A step is about to run; {@code number} counts from 1. */
    record StepStarted(PlanStep step, int number, int of, int statements) implements MigrationEvent {}

    /** A statement of the running step is done; {@code number} counts from 1. */
    record StatementDone(PlanStep step, int number, int of, String excerpt, Duration took) implements MigrationEvent {}

    /** The server says how far the running statement is, where it can tell; told about every second. */
    record StatementAdvanced(String excerpt, String phase, long done, long total) implements MigrationEvent {}

    /** The running statement waits for others to give a lock back; told after a second and then about every five. */
    record StatementBlocked(String excerpt, Duration waited, List<String> blockers) implements MigrationEvent {
        public StatementBlocked {
            blockers = List.copyOf(blockers);
        }
    }

    /** The step ran; where the whole run is one transaction it is not committed yet. */
    record StepFinished(PlanStep step, int number, int of, Duration took) implements MigrationEvent {}

    /** The transaction could not get a lock; it is tried again after a pause. */
    record Retrying(int attempt, Duration pause, String reason, List<String> blockers) implements MigrationEvent {
        public Retrying {
            blockers = List.copyOf(blockers);
        }
    }

    /** A step failed and its transaction was rolled back. */
    record StepFailed(PlanStep step, String summary) implements MigrationEvent {}

    /** Committed steps are being taken back by these. */
    record RollbackStarted(List<PlanStep> steps) implements MigrationEvent {
        public RollbackStarted {
            steps = List.copyOf(steps);
        }
    }

    /** The way back was gone and compared. */
    record RollbackFinished(String told) implements MigrationEvent {}

    /** A line that a hook printed. */
    record HookSaid(String hook, String line) implements MigrationEvent {}

    /** A hook did its work on a new file. */
    record HookFinished(String hook) implements MigrationEvent {}

    /** Always the last event of a run. */
    record RunFinished(RunId run, RunOutcome outcome, Duration took) implements MigrationEvent {}
}
