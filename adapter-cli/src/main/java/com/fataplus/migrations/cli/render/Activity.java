package com.fataplus.migrations.cli.render;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.domain.plan.PlanStep;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What goes on at a moment, for somebody who watches.
 *
 * @param share how much of it is done, from 0 to 1, where that can be told
 * @param detail what it is at
 */
record Activity(String label, OptionalDouble share, String detail) {
    Activity {
        requireNonNull(label, "label");
        requireNonNull(share, "share");
        requireNonNull(detail, "detail");
    }

    /** What goes on once something happened; empty where nothing that takes long does. */
    static Optional<Activity> after(MigrationEvent event, Optional<Activity> before) {
        return switch (event) {
            case MigrationEvent.WaitingForLock waiting ->
                Optional.of(endless("waiting for the lock", waiting.holder().described()));
            case MigrationEvent.BackupStarted started -> Optional.of(backup(0, started.databaseBytes()));
            case MigrationEvent.BackupProgress progress ->
                Optional.of(backup(progress.bytes(), progress.databaseBytes()));
            case MigrationEvent.StepStarted started ->
                Optional.of(step(
                        started.step(),
                        started.number(),
                        started.of(),
                        started.step().revision().message()));
            case MigrationEvent.StatementDone done -> before.map(step -> step.within(done.number(), done.of()));
            case MigrationEvent.StatementAdvanced advanced -> before.map(step -> step.at(advanced));
            case MigrationEvent.StatementBlocked blocked ->
                before.map(step -> step.detailed("waits for " + String.join("; ", blocked.blockers())));
            case MigrationEvent.Retrying retrying ->
                Optional.of(endless(
                        "waiting for a table",
                        "attempt %d, again in %s"
                                .formatted(retrying.attempt(), Quantities.duration(retrying.pause()))));
            case MigrationEvent.HookSaid ignored -> before;
            case MigrationEvent.HookFinished ignored -> before;
            case MigrationEvent.Warning ignored -> before;
            case MigrationEvent.UnfinishedRunFound ignored -> before;
            case MigrationEvent.BackupsPruned ignored -> before;
            case MigrationEvent.BackupChecked ignored -> before;
            case MigrationEvent.RestoreStarted restore -> Optional.of(endless("restoring " + restore.dump(), ""));
            case MigrationEvent.RestoreProgress ignored -> before;
            case MigrationEvent.RunStarted ignored -> Optional.of(endless("reading the schema", ""));
            case MigrationEvent.TrialStarted ignored -> Optional.of(endless("reading the schema", ""));
            case MigrationEvent.RollbackStarted ignored -> Optional.empty();
            case MigrationEvent.LockAcquired ignored -> Optional.empty();
            case MigrationEvent.BackupFinished ignored -> Optional.empty();
            case MigrationEvent.StepFinished ignored -> Optional.empty();
            case MigrationEvent.StepFailed ignored -> Optional.empty();
            case MigrationEvent.RollbackFinished ignored -> Optional.empty();
            case MigrationEvent.TrialFinished ignored -> Optional.empty();
            case MigrationEvent.RunFinished ignored -> Optional.empty();
        };
    }

    private static Activity endless(String label, String detail) {
        return new Activity(label, OptionalDouble.empty(), detail);
    }

    /** A dump has other bytes than the database it is of, so its size is a guess at best. */
    private static Activity backup(long bytes, long databaseBytes) {
        return new Activity(
                "backup",
                share(bytes, databaseBytes),
                "%s of a database of %s".formatted(Quantities.bytes(bytes), Quantities.bytes(databaseBytes)));
    }

    private static Activity step(PlanStep step, int number, int of, String message) {
        return new Activity(
                "%d/%d %s %s".formatted(number, of, step.direction().name().toLowerCase(Locale.ROOT), step.id()),
                share(number - 1L, of),
                message);
    }

    private Activity within(int statement, int of) {
        return detailed("statement %d of %d done".formatted(statement, of));
    }

    private Activity at(MigrationEvent.StatementAdvanced advanced) {
        OptionalDouble share = share(advanced.done(), advanced.total());
        return new Activity(label, share, advanced.phase());
    }

    private Activity detailed(String text) {
        return new Activity(label, share, text);
    }

    private static OptionalDouble share(long done, long total) {
        return total <= 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.clamp((double) done / total, 0.0, 1.0));
    }
}
