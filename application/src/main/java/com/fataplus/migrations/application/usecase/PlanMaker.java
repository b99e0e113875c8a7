package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import com.fataplus.migrations.application.config.BackupConfig;
import com.fataplus.migrations.application.config.RunConfig;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.RefusedFailure;
import com.fataplus.migrations.application.port.LedgerReader;
import com.fataplus.migrations.application.port.ScriptStore;
import com.fataplus.migrations.application.port.ScriptSurvey;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.plan.CommitScope;
import com.fataplus.migrations.domain.plan.KnownRevisions;
import com.fataplus.migrations.domain.plan.MigrationPlan;
import com.fataplus.migrations.domain.plan.PlanRefusal;
import com.fataplus.migrations.domain.plan.PlanStep;
import com.fataplus.migrations.domain.plan.Planner;
import com.fataplus.migrations.domain.plan.Planning;
import com.fataplus.migrations.domain.plan.StampPlan;
import com.fataplus.migrations.domain.plan.TransactionMode;
import com.fataplus.migrations.domain.revision.Checksum;
import com.fataplus.migrations.domain.revision.GraphCheck;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.revision.RevisionSpec;
import com.fataplus.migrations.domain.script.MigrationScript;
import com.fataplus.migrations.domain.script.Undo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Turns a target into a plan whose scripts are all read, split and compared; touches nothing. */
final class PlanMaker {
    private final ScriptStore scripts;
    private final TransactionMode transaction;
    private final BackupConfig.When backupWhen;
    private final Planner planner = new Planner();

    PlanMaker(ScriptStore scripts, RunConfig run, BackupConfig backups) {
        this.scripts = requireNonNull(scripts, "scripts");
        this.transaction = run.transaction();
        this.backupWhen = backups.when();
    }

    /** The graph of the files; refused where a header cannot be read or they form none. */
    RevisionGraph files() {
        ScriptSurvey survey = scripts.survey();
        if (!survey.problems().isEmpty()) {
            throw new MigrationException(new InputFailure.ScriptsBroken(survey.problems()));
        }
        return switch (RevisionGraph.check(survey.revisions())) {
            case GraphCheck.Sound sound -> sound.graph();
            case GraphCheck.Broken broken ->
                throw new MigrationException(new InputFailure.GraphBroken(broken.problems()));
        };
    }

    PreparedPlan upgrade(RevisionGraph files, Ledger ledger, RevisionSpec target) {
        return prepare(files, ledger, plan(planner.upgrade(files, ledger, target)), scripts::script);
    }

    /** Goes down by the scripts that were applied, whatever their files say today. */
    PreparedPlan downgrade(RevisionGraph files, LedgerReader reader, Ledger ledger, RevisionSpec target) {
        return prepare(
                files,
                ledger,
                plan(planner.downgrade(files, ledger, target)),
                revision -> recorded(reader, revision.id()));
    }

    /** Goes down by the files, where no ledger can be asked what was applied. */
    PreparedPlan downgradeByFiles(RevisionGraph files, Ledger ledger, RevisionSpec target) {
        return prepare(files, ledger, plan(planner.downgrade(files, ledger, target)), scripts::script);
    }

    StampPlan stamp(RevisionGraph files, Ledger ledger, List<RevisionSpec> targets) {
        return stamp(planner.stamp(files, ledger, targets));
    }

    StampPlan stampAfresh(RevisionGraph files, Ledger ledger, List<RevisionSpec> targets) {
        return stamp(planner.stampAfresh(files, ledger, targets));
    }

    private static StampPlan stamp(Planning planning) {
        return switch (planning) {
            case StampPlan plan -> plan;
            case PlanRefusal refusal -> throw refused(refusal);
            case MigrationPlan plan -> throw new IllegalStateException("a stamp runs no steps: " + plan);
        };
    }

    /** Applied revisions whose files say something else today. */
    List<RevisionId> edited(RevisionGraph files, Ledger ledger) {
        var applied = ledger.byId();
        return files.revisions().stream()
                .filter(revision -> applied.containsKey(revision.id()))
                .filter(revision ->
                        isEdited(revision, applied.get(revision.id()).checksum()))
                .map(Revision::id)
                .toList();
    }

    /** The plan's revisions whose files say something else than the scripts it runs. */
    List<RevisionId> editedAmong(PreparedPlan plan, RevisionGraph files) {
        Map<RevisionId, Checksum> planned = plan.steps().stream()
                .collect(toMap(PreparedStep::id, step -> step.script().checksum()));
        return files.revisions().stream()
                .filter(revision -> planned.containsKey(revision.id()))
                .filter(revision -> isEdited(revision, planned.get(revision.id())))
                .map(Revision::id)
                .toList();
    }

    /** A file that no longer parses was edited, too; what is wrong with it is told by whoever needs to run it. */
    private boolean isEdited(Revision revision, Checksum applied) {
        try {
            return !scripts.script(revision).checksum().equals(applied);
        } catch (MigrationException unreadable) {
            return true;
        }
    }

    /** Applied revisions that no file defines, sorted. */
    static List<RevisionId> unknown(KnownRevisions known) {
        return known.applied().stream()
                .filter(id -> known.files().find(id).isEmpty())
                .sorted()
                .toList();
    }

    private PreparedPlan prepare(
            RevisionGraph files, Ledger ledger, MigrationPlan plan, Function<Revision, MigrationScript> read) {
        KnownRevisions known = KnownRevisions.join(files, ledger);
        List<PreparedStep> steps = plan.steps().stream()
                .map(step -> prepared(step, read.apply(step.revision())))
                .toList();
        return new PreparedPlan(plan, steps, scope(steps), known.graph(), unknown(known));
    }

    private static PreparedStep prepared(PlanStep step, MigrationScript script) {
        return new PreparedStep(
                step,
                script,
                script.section(step.direction())
                        .orElseThrow(() -> new MigrationException(
                                new RefusedFailure.Irreversible(step.id(), reason(script.down())))));
    }

    private static String reason(Undo undo) {
        return switch (undo) {
            case Undo.Irreversible irreversible -> irreversible.reason();
            case Undo.Reversible reversible -> throw new IllegalStateException("has a section: " + reversible);
        };
    }

    private CommitScope scope(List<PreparedStep> steps) {
        var sections = steps.stream().map(PreparedStep::section).toList();
        TransactionMode mode = backupWhen == BackupConfig.When.REVISION && transaction == TransactionMode.AUTO
                ? TransactionMode.REVISION
                : transaction;
        CommitScope scope = CommitScope.decide(mode, sections);
        if (scope instanceof CommitScope.Refused refused) {
            throw new MigrationException(new RefusedFailure.NotAllowed(
                    "plan.not-in-one-transaction", refused.reason(), Optional.of("leave out --transaction run")));
        }
        return scope;
    }

    private static MigrationScript recorded(LedgerReader reader, RevisionId id) {
        return reader.recordedScript(id)
                .orElseThrow(() -> new IllegalStateException("applied, but the ledger has no script: " + id));
    }

    private static MigrationPlan plan(Planning planning) {
        return switch (planning) {
            case MigrationPlan plan -> plan;
            case PlanRefusal refusal -> throw refused(refusal);
            case StampPlan plan -> throw new IllegalStateException("no stamp was asked for: " + plan);
        };
    }

    private static MigrationException refused(PlanRefusal refusal) {
        return new MigrationException(new RefusedFailure.NoPlan(refusal));
    }
}
