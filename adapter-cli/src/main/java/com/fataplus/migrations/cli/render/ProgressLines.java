package com.fataplus.migrations.cli.render;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.domain.plan.PlanStep;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells events on standard error as they happen, one line for each fact. */
public final class ProgressLines implements Progress {
    private final Terminal terminal;
    private final Detail detail;

    ProgressLines(Terminal terminal, Detail detail) {
        this.terminal = requireNonNull(terminal, "terminal");
        this.detail = requireNonNull(detail, "detail");
    }

    /** How much is told. */
    public enum Detail {
        /** Warnings only. */
        QUIET,
        /** Each step. */
        STEPS,
        /** Each statement. */
        STATEMENTS
    }

    @Override
    public void accept(MigrationEvent event) {
        line(event).ifPresent(terminal.err()::println);
    }

    @Override
    public void end() {
        // Every line is whole.
    }

    /** True where the event has a line. */
    boolean tells(MigrationEvent event) {
        return line(event).isPresent();
    }

    private Optional<String> line(MigrationEvent event) {
        Style style = terminal.errorStyle();
        return switch (event) {
            case MigrationEvent.Warning warning -> Optional.of(style.careful("warning ") + warning.message());
            case MigrationEvent.WaitingForLock waiting ->
                Optional.of(style.careful("waiting ") + "for the lock, held by "
                        + waiting.holder().described() + ", for " + Quantities.duration(waiting.waited()));
            case MigrationEvent.UnfinishedRunFound found ->
                Optional.of(style.careful("warning ") + "run " + found.run() + " (" + found.command()
                        + ") never ended; it was killed, and going on from what it committed");
            case MigrationEvent.Retrying retrying ->
                Optional.of(style.careful("waiting ") + retrying.reason()
                        + "; attempt " + retrying.attempt() + ", again in " + Quantities.duration(retrying.pause())
                        + blockers(retrying.blockers()));
            case MigrationEvent.StepFailed failed ->
                Optional.of(style.bad("failed  ") + " " + word(failed.step()) + " "
                        + failed.step().id());
            case MigrationEvent.RollbackStarted rollback ->
                Optional.of(style.careful("rolling back ")
                        + Quantities.count(rollback.steps().size(), "committed revision"));
            case MigrationEvent.RollbackFinished rollback -> Optional.of(rollback.told());
            case MigrationEvent.BackupFinished finished ->
                steps("backup  %s  %s in %s"
                        .formatted(
                                finished.name(),
                                Quantities.bytes(finished.bytes()),
                                Quantities.duration(finished.took())));
            case MigrationEvent.BackupsPruned pruned ->
                steps("removed old backups: " + String.join(", ", pruned.names()));
            case MigrationEvent.StepFinished finished ->
                steps("%s %s  %s  %s"
                        .formatted(
                                place(finished.number(), finished.of()),
                                word(finished.step()) + " "
                                        + style.strong(finished.step().id().value()),
                                finished.step().revision().message(),
                                style.faint(Quantities.duration(finished.took()))));
            case MigrationEvent.StatementDone done ->
                detail == Detail.STATEMENTS
                        ? Optional.of("      %s %s  %s"
                                .formatted(
                                        place(done.number(), done.of()),
                                        done.excerpt(),
                                        style.faint(Quantities.duration(done.took()))))
                        : Optional.empty();
            case MigrationEvent.HookSaid said -> steps(style.faint(said.hook()) + "  " + said.line());
            case MigrationEvent.HookFinished finished ->
                detail == Detail.STATEMENTS ? Optional.of("hook " + finished.hook() + " done") : Optional.empty();
            case MigrationEvent.StatementBlocked blocked ->
                Optional.of(style.careful("waiting ") + Quantities.duration(blocked.waited()) + " for "
                        + String.join("; ", blocked.blockers()) + " to let go: " + blocked.excerpt());
            case MigrationEvent.StatementAdvanced ignored -> Optional.empty();
            case MigrationEvent.BackupChecked ignored -> Optional.empty();
            case MigrationEvent.RestoreStarted restore ->
                steps("restore %s into %s".formatted(restore.dump(), restore.into()));
            case MigrationEvent.RestoreProgress ignored -> Optional.empty();
            case MigrationEvent.BackupProgress ignored -> Optional.empty();
            case MigrationEvent.BackupStarted ignored -> Optional.empty();
            case MigrationEvent.LockAcquired ignored -> Optional.empty();
            case MigrationEvent.TrialStarted ignored -> Optional.empty();
            case MigrationEvent.TrialFinished ignored -> Optional.empty();
            case MigrationEvent.RunStarted ignored -> Optional.empty();
            case MigrationEvent.StepStarted ignored -> Optional.empty();
            case MigrationEvent.RunFinished ignored -> Optional.empty();
        };
    }

    private Optional<String> steps(String line) {
        return detail == Detail.QUIET ? Optional.empty() : Optional.of(line);
    }

    private static String place(int number, int of) {
        int width = Integer.toString(of).length();
        return String.format(Locale.ROOT, "%" + width + "d/%d", number, of);
    }

    private static String word(PlanStep step) {
        return step.direction().name().toLowerCase(Locale.ROOT);
    }

    private static String blockers(List<String> blockers) {
        return blockers.isEmpty() ? "" : "; " + String.join("; ", blockers);
    }
}
