package com.fataplus.migrations.application.document;

import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.domain.plan.PlanStep;
import java.util.Map;

/** An event for machines: its name under {@code event}, and what it carries. Durations are milliseconds. */
public final class EventDocument {
    private EventDocument() {}

    public static Map<String, Object> of(MigrationEvent event) {
        return fields(event).document();
    }

    private static Fields fields(MigrationEvent event) {
        return switch (event) {
            case MigrationEvent.WaitingForLock waiting ->
                named("waiting-for-lock")
                        .put("holder", waiting.holder().details())
                        .put("waitedMs", waiting.waited());
            case MigrationEvent.LockAcquired acquired -> named("lock-acquired").put("waitedMs", acquired.waited());
            case MigrationEvent.UnfinishedRunFound found ->
                named("unfinished-run-found").put("run", found.run().value()).put("command", found.command());
            case MigrationEvent.Warning warning ->
                named("warning").put("code", warning.code()).put("message", warning.message());
            case MigrationEvent.RunStarted started ->
                named("run-started")
                        .put("run", started.run().value())
                        .put("command", started.command())
                        .put("tag", started.tag())
                        .list("steps", started.steps(), EventDocument::step)
                        .put("transaction", started.commitScope());
            case MigrationEvent.TrialStarted started ->
                named("trial-started").list("steps", started.steps(), EventDocument::step);
            case MigrationEvent.TrialFinished finished ->
                named("trial-finished").put("durationMs", finished.took());
            case MigrationEvent.BackupStarted started ->
                named("backup-started").put("name", started.name()).put("databaseBytes", started.databaseBytes());
            case MigrationEvent.BackupProgress progress ->
                named("backup-progress")
                        .put("name", progress.name())
                        .put("bytes", progress.bytes())
                        .put("databaseBytes", progress.databaseBytes());
            case MigrationEvent.BackupFinished finished ->
                named("backup-finished")
                        .put("name", finished.name())
                        .put("bytes", finished.bytes())
                        .put("durationMs", finished.took());
            case MigrationEvent.BackupChecked checked ->
                named("backup-checked").put("name", checked.name()).put("problems", checked.problems());
            case MigrationEvent.RestoreStarted restore ->
                named("restore-started").put("dump", restore.dump()).put("into", restore.into());
            case MigrationEvent.RestoreProgress progress ->
                named("restore-progress").put("dump", progress.dump()).put("bytes", progress.bytes());
            case MigrationEvent.BackupsPruned pruned -> named("backups-pruned").put("names", pruned.names());
            case MigrationEvent.StepStarted started ->
                step("step-started", started.step(), started.number(), started.of())
                        .put("statements", started.statements());
            case MigrationEvent.StatementDone done ->
                step("statement-done", done.step(), done.number(), done.of())
                        .put("statement", done.excerpt())
                        .put("durationMs", done.took());
            case MigrationEvent.StatementAdvanced advanced ->
                named("statement-advanced")
                        .put("statement", advanced.excerpt())
                        .put("phase", advanced.phase())
                        .put("done", advanced.done())
                        .put("total", advanced.total());
            case MigrationEvent.StatementBlocked blocked ->
                named("statement-blocked")
                        .put("statement", blocked.excerpt())
                        .put("waitedMs", blocked.waited())
                        .put("blockers", blocked.blockers());
            case MigrationEvent.StepFinished finished ->
                step("step-finished", finished.step(), finished.number(), finished.of())
                        .put("durationMs", finished.took());
            case MigrationEvent.Retrying retrying ->
                named("retrying")
                        .put("attempt", retrying.attempt())
                        .put("pauseMs", retrying.pause())
                        .put("reason", retrying.reason())
                        .put("blockers", retrying.blockers());
            case MigrationEvent.StepFailed failed ->
                named("step-failed")
                        .put("direction", failed.step().direction())
                        .put("revision", failed.step().id())
                        .put("summary", failed.summary());
            case MigrationEvent.RollbackStarted rollback ->
                named("rollback-started").list("steps", rollback.steps(), EventDocument::step);
            case MigrationEvent.RollbackFinished rollback ->
                named("rollback-finished").put("told", rollback.told());
            case MigrationEvent.HookSaid said ->
                named("hook-said").put("hook", said.hook()).put("line", said.line());
            case MigrationEvent.HookFinished finished -> named("hook-finished").put("hook", finished.hook());
            case MigrationEvent.RunFinished finished ->
                named("run-finished")
                        .put("run", finished.run().value())
                        .put("outcome", finished.outcome())
                        .put("durationMs", finished.took());
        };
    }

    private static Fields named(String name) {
        return new Fields().put("event", name);
    }

    private static Fields step(String name, PlanStep step, int number, int of) {
        return named(name)
                .put("direction", step.direction())
                .put("revision", step.id())
                .put("number", number)
                .put("of", of);
    }

    private static Map<String, Object> step(PlanStep step) {
        return NounDocuments.step(step).document();
    }
}
