package com.fataplus.migrations.application.document;

import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.usecase.PreparedStep;
import com.fataplus.migrations.application.usecase.RevisionLine;
import com.fataplus.migrations.application.usecase.RunReport;
import com.fataplus.migrations.domain.ledger.AppliedRevision;
import com.fataplus.migrations.domain.ledger.Run;
import com.fataplus.migrations.domain.ledger.RunStep;
import com.fataplus.migrations.domain.plan.PlanStep;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.script.Statement;
import java.util.Map;

/** The nouns that several documents share: revisions, steps, runs, backups. */
final class NounDocuments {
    private NounDocuments() {}

    static Map<String, Object> of(Revision revision) {
        return fields(revision).put("dependsOn", revision.dependsOn()).document();
    }

    static Map<String, Object> of(RevisionLine line) {
        return fields(line.revision())
                .put("dependsOn", line.dependsOn())
                .put("marks", line.marks().stream().sorted().toList())
                .document();
    }

    private static Fields fields(Revision revision) {
        return new Fields()
                .put("revision", revision.id())
                .put("parents", revision.parents())
                .put("labels", revision.labels())
                .put("message", revision.message())
                .put("created", revision.created())
                .put("location", revision.location());
    }

    static Map<String, Object> of(AppliedRevision row) {
        return new Fields()
                .put("revision", row.id())
                .put("parents", row.parents())
                .put("labels", row.labels())
                .put("message", row.message())
                .put("checksum", row.checksum())
                .put("run", row.run().value())
                .put("appliedAt", row.appliedAt())
                .put("appliedBy", row.appliedBy())
                .put("durationMs", row.duration())
                .put("dependsOn", row.dependsOn())
                .document();
    }

    static Fields step(PlanStep step) {
        return new Fields()
                .put("direction", step.direction())
                .put("revision", step.id())
                .put("message", step.revision().message());
    }

    static Map<String, Object> of(RunReport.Done done) {
        return step(done.step()).put("durationMs", done.took()).document();
    }

    static Map<String, Object> of(PreparedStep prepared) {
        return step(prepared.step())
                .put("location", prepared.section().location())
                .put("execution", prepared.section().options().execution())
                .put("checksum", prepared.script().checksum())
                .list("statements", prepared.section().statements(), NounDocuments::of)
                .document();
    }

    private static Map<String, Object> of(Statement statement) {
        return new Fields()
                .put("line", statement.position().line())
                .put("column", statement.position().column())
                .put("sql", statement.text())
                .document();
    }

    static Map<String, Object> of(Run run) {
        return new Fields()
                .put("run", run.id().value())
                .put("command", run.command())
                .put("target", run.target())
                .put("tag", run.tag())
                .put("operator", run.operator())
                .put("startedAt", run.startedAt())
                .put("finishedAt", run.finishedAt())
                .put("outcome", run.outcome())
                .put("backup", run.backup())
                .document();
    }

    static Map<String, Object> of(RunStep step) {
        return new Fields()
                .put("revision", step.revision())
                .put("direction", step.direction())
                .put("state", step.state())
                .put("statementsDone", step.statementsDone())
                .put("failure", step.failure())
                .put("at", step.at())
                .document();
    }

    static Map<String, Object> of(Backup backup) {
        return new Fields()
                .put("name", backup.name())
                .put("takenAt", backup.takenAt())
                .put("database", backup.database())
                .put("serverVersion", backup.serverVersion())
                .put("dumpVersion", backup.dumpVersion())
                .put("format", backup.format())
                .put("heads", backup.heads())
                .put("fingerprint", backup.fingerprint())
                .put("bytes", backup.bytes())
                .put("sha256", backup.sha256())
                .put("durationMs", backup.duration())
                .put("run", backup.run())
                .put("checked", backup.checked().map(BackupDocuments::of))
                .document();
    }
}
