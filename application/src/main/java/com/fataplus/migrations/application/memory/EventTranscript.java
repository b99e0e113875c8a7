package com.fataplus.migrations.application.memory;

import com.fataplus.migrations.application.event.EventSink;
import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.domain.plan.PlanStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes events down as short lines without times, so that a test can compare a whole run at once. */
public final class EventTranscript implements EventSink {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void accept(MigrationEvent event) {
        line(event).ifPresent(lines::add);
    }

    /** What happened, in order; progress within a backup or a statement is left out. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    private static Optional<String> line(MigrationEvent event) {
        return switch (event) {
            case MigrationEvent.WaitingForLock waiting -> Optional.of("waiting for lock");
            case MigrationEvent.LockAcquired acquired -> Optional.of("lock acquired");
            case MigrationEvent.UnfinishedRunFound found -> Optional.of("unfinished run " + found.run() + " found");
            case MigrationEvent.Warning warning -> Optional.of("warning " + warning.code());
            case MigrationEvent.RunStarted started -> Optional.of("run " + started.run() + " started");
            case MigrationEvent.TrialStarted started -> Optional.of("trial started");
            case MigrationEvent.TrialFinished finished -> Optional.of("trial finished");
            case MigrationEvent.BackupStarted started -> Optional.of("backup started");
            case MigrationEvent.BackupProgress progress -> Optional.empty();
            case MigrationEvent.BackupFinished finished -> Optional.of("backup finished");
            case MigrationEvent.BackupChecked checked ->
                Optional.of(checked.problems().isEmpty() ? "backup sound" : "backup damaged");
            case MigrationEvent.RestoreStarted restore -> Optional.of("restore started");
            case MigrationEvent.RestoreProgress progress -> Optional.empty();
            case MigrationEvent.BackupsPruned pruned -> Optional.of("backups pruned");
            case MigrationEvent.StepStarted started -> Optional.of(step(started.step()) + " started");
            case MigrationEvent.StatementDone done -> Optional.of("  " + done.excerpt());
            case MigrationEvent.StatementAdvanced advanced -> Optional.empty();
            case MigrationEvent.StatementBlocked blocked -> Optional.of("  blocked");
            case MigrationEvent.StepFinished finished -> Optional.of(step(finished.step()) + " finished");
            case MigrationEvent.Retrying retrying -> Optional.of("retrying after attempt " + retrying.attempt());
            case MigrationEvent.StepFailed failed -> Optional.of(step(failed.step()) + " failed");
            case MigrationEvent.RollbackStarted rollback -> Optional.of("rollback started");
            case MigrationEvent.RollbackFinished rollback -> Optional.of("rollback finished");
            case MigrationEvent.HookSaid said -> Optional.of(said.hook() + ": " + said.line());
            case MigrationEvent.HookFinished finished -> Optional.of("hook " + finished.hook() + " finished");
            case MigrationEvent.RunFinished finished ->
                Optional.of("run %s finished: %s"
                        .formatted(finished.run(), finished.outcome().name().toLowerCase(Locale.ROOT)));
        };
    }

    private static String step(PlanStep step) {
        return step.direction().name().toLowerCase(Locale.ROOT) + " " + step.id();
    }
}
