package com.fataplus.migrations.application.document;

import com.fataplus.migrations.application.config.EffectiveConfig;
import com.fataplus.migrations.application.failure.ProblemText;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.usecase.EditRevision;
import com.fataplus.migrations.application.usecase.EnsureLedger;
import com.fataplus.migrations.application.usecase.InitProject;
import com.fataplus.migrations.application.usecase.ListBackups;
import com.fataplus.migrations.application.usecase.ListTemplates;
import com.fataplus.migrations.application.usecase.MakePlan;
import com.fataplus.migrations.application.usecase.RebaseBranch;
import com.fataplus.migrations.application.usecase.RevisionLine;
import com.fataplus.migrations.application.usecase.RunReport;
import com.fataplus.migrations.application.usecase.ShowBranches;
import com.fataplus.migrations.application.usecase.ShowCurrent;
import com.fataplus.migrations.application.usecase.ShowRuns;
import com.fataplus.migrations.application.usecase.ShowStatus;
import com.fataplus.migrations.application.usecase.Stamp;
import com.fataplus.migrations.application.usecase.TryRun;
import com.fataplus.migrations.application.usecase.Validate;
import com.fataplus.migrations.application.usecase.WriteScript;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.revision.Revision;
import java.util.List;
import java.util.Map;

/** What each command found or did, for machines. Durations are milliseconds, times are ISO 8601. */
public final class ReportDocuments {
    private ReportDocuments() {}

    public static Map<String, Object> of(RunReport report) {
        return new Fields()
                .put("run", report.run().map(RunId::value))
                .put("direction", report.direction())
                .list("steps", report.steps(), NounDocuments::of)
                .put("headsBefore", report.headsBefore())
                .put("headsAfter", report.headsAfter())
                .put("accepted", report.accepted())
                .put("unknown", report.unknown())
                .put("backup", report.backup().map(NounDocuments::of))
                .put("transaction", report.commitScope())
                .put("durationMs", report.took())
                .document();
    }

    public static Map<String, Object> of(MakePlan.Report report) {
        var prepared = report.prepared();
        return new Fields()
                .put("direction", prepared.plan().direction())
                .list("steps", prepared.steps(), NounDocuments::of)
                .put("headsBefore", prepared.plan().headsBefore())
                .put("headsAfter", prepared.plan().headsAfter())
                .put("edited", report.edited())
                .put("unknown", prepared.unknown())
                .put("transaction", prepared.scope().reason())
                .document();
    }

    public static Map<String, Object> of(TryRun.Report report) {
        return new Fields()
                .put("direction", report.direction())
                .list("steps", report.steps(), NounDocuments::of)
                .put("headsBefore", report.headsBefore())
                .put("headsAfter", report.headsAfter())
                .put("fingerprint", report.fingerprint())
                .put("durationMs", report.took())
                .document();
    }

    public static Map<String, Object> of(WriteScript.Report report) {
        return new Fields()
                .list("steps", report.steps(), step -> NounDocuments.step(step).document())
                .put("headsBefore", report.headsBefore())
                .put("headsAfter", report.headsAfter())
                .put("script", report.script())
                .document();
    }

    public static Map<String, Object> of(Stamp.Report report) {
        return new Fields()
                .put("run", report.run().map(RunId::value))
                .put("recorded", report.plan().recorded())
                .put("forgotten", report.plan().forgotten())
                .put("headsBefore", report.plan().headsBefore())
                .put("headsAfter", report.plan().headsAfter())
                .document();
    }

    public static Map<String, Object> of(EnsureLedger.Report report) {
        return new Fields()
                .put("schema", report.schema())
                .put("found", report.found())
                .document();
    }

    public static Map<String, Object> of(ShowCurrent.Report report) {
        return new Fields()
                .list("current", report.heads(), NounDocuments::of)
                .list("implied", report.implied(), NounDocuments::of)
                .put("comparison", report.comparison().map(ReportDocuments::comparison))
                .document();
    }

    private static Map<String, Object> comparison(ShowCurrent.Comparison comparison) {
        return new Fields()
                .put("atHeads", comparison.isAtHeads())
                .put("heads", comparison.heads())
                .list("pending", comparison.pending(), NounDocuments::of)
                .put("unknown", comparison.unknown())
                .document();
    }

    public static Map<String, Object> of(ShowBranches.Report report) {
        return new Fields()
                .list(
                        "branches",
                        report.forks(),
                        fork -> new Fields()
                                .put("branchpoint", NounDocuments.of(fork.point()))
                                .list("children", fork.children(), NounDocuments::of)
                                .document())
                .document();
    }

    public static Map<String, Object> of(ShowRuns.Report report) {
        return new Fields()
                .list(
                        "runs",
                        report.runs(),
                        journalled -> new Fields()
                                .putAll(NounDocuments.of(journalled.run()))
                                .list("journal", journalled.steps(), NounDocuments::of)
                                .document())
                .document();
    }

    /** For lists of revisions: heads, history, show. */
    public static Map<String, Object> revisions(List<RevisionLine> lines) {
        return new Fields().list("revisions", lines, NounDocuments::of).document();
    }

    public static Map<String, Object> of(ShowStatus.Report report) {
        return new Fields()
                .put("address", report.server().address())
                .put("serverVersion", report.server().version())
                .put("databaseBytes", report.server().databaseBytes())
                .put("heads", report.heads())
                .list("current", report.current(), NounDocuments::of)
                .list("pending", report.pending(), NounDocuments::of)
                .put("edited", report.edited())
                .list("unknown", report.unknown(), NounDocuments::of)
                .put("lastRun", report.lastRun().map(NounDocuments::of))
                .put("lastBackup", report.lastBackup().map(NounDocuments::of))
                .document();
    }

    public static Map<String, Object> of(Validate.Report report) {
        return new Fields()
                .put("files", report.files())
                .list("problems", report.scriptProblems(), problem -> ProblemText.document(problem))
                .list("graph", report.graphProblems(), problem -> ProblemText.document(problem))
                .put("heads", report.heads())
                .list("edited", report.edited(), Revision::id)
                .list(
                        "unchecked",
                        report.unchecked(),
                        unchecked -> new Fields()
                                .put("what", unchecked.what())
                                .put("why", unchecked.why())
                                .document())
                .document();
    }

    /** A revision whose file was written just now. */
    public static Map<String, Object> created(Revision revision) {
        return NounDocuments.of(revision);
    }

    public static Map<String, Object> of(RebaseBranch.Report report) {
        return new Fields()
                .put("mode", report.mode())
                .put("location", report.after().location())
                .put("revision", report.after().id())
                .put("parentsBefore", report.before().parents())
                .put("parentsAfter", report.after().parents())
                .put("moved", report.moved())
                .document();
    }

    public static Map<String, Object> of(EditRevision.Report report) {
        return new Fields()
                .put("files", report.files())
                .list("found", report.found(), found -> of(found))
                .document();
    }

    public static Map<String, Object> of(ListTemplates.Report report) {
        return new Fields()
                .list(
                        "templates",
                        report.templates(),
                        template -> new Fields()
                                .put("name", template.name())
                                .put("description", template.description())
                                .document())
                .document();
    }

    public static Map<String, Object> of(InitProject.Report report) {
        return new Fields()
                .put("directory", report.directory())
                .put("paths", report.paths())
                .document();
    }

    public static Map<String, Object> of(Backup backup) {
        return NounDocuments.of(backup);
    }

    public static Map<String, Object> of(ListBackups.Report report) {
        return new Fields()
                .list("backups", report.backups(), NounDocuments::of)
                .put("unreadable", report.unreadable())
                .document();
    }

    /** A script for a shell, with its line ends. */
    public static Map<String, Object> script(String shell, String script) {
        return new Fields().put("shell", shell).put("script", script).document();
    }

    /** The backups that were removed. */
    public static Map<String, Object> pruned(List<String> names) {
        return new Fields().put("removed", names).document();
    }

    public static Map<String, Object> of(EffectiveConfig effective) {
        return new Fields()
                .list(
                        "settings",
                        effective.settings(),
                        setting -> new Fields()
                                .put("key", setting.key())
                                .put("value", setting.value())
                                .put("origin", setting.origin())
                                .document())
                .document();
    }
}
