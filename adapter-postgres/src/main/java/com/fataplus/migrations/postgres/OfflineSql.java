package com.fataplus.migrations.postgres;

import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.application.config.LedgerConfig;
import com.fataplus.migrations.application.port.OfflineRun;
import com.fataplus.migrations.application.port.OfflineScripts;
import com.fataplus.migrations.application.port.RunStart;
import com.fataplus.migrations.domain.plan.CommitScope;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.Direction;
import com.fataplus.migrations.domain.script.PsqlText;
import com.fataplus.migrations.domain.script.Statement;
import com.fataplus.migrations.domain.script.TransactionBlocks;
import java.util.List;

/** Writes runs as scripts for psql: what a {@link PostgresSession} would do, statement by statement. */
public final class OfflineSql implements OfflineScripts {
    private final LedgerSchema ledger;
    private final OfflineLedger rows;

    public OfflineSql(LedgerConfig ledger) {
        this.ledger = new LedgerSchema(ledger.schema());
        this.rows = new OfflineLedger(this.ledger);
    }

    @Override
    public String write(OfflineRun run) {
        return switch (run) {
            case OfflineRun.Preparation preparation -> preparation(preparation);
            case OfflineRun.Migration migration -> migration(migration);
            case OfflineRun.Stamping stamping -> stamping(stamping);
        };
    }

    private String preparation(OfflineRun.Preparation run) {
        OfflineScript script = new OfflineScript(ledger, "ensure-version");
        script.comment("fata ensure-version");
        script.open(run.lockWait(), new OfflineGuard(ledger).preparation());
        script.close();
        return script.text();
    }

    private String migration(OfflineRun.Migration run) {
        OfflineScript script = new OfflineScript(ledger, run.start().command());
        head(script, run.start(), run.begin().heads(), run.end());
        if (run.steps().isEmpty()) {
            script.comment("nothing to do");
            return script.text();
        }
        script.comment(
                switch (run.scope()) {
                    case CommitScope.WholeRun whole -> "one transaction for the run (" + whole.reason() + ")";
                    case CommitScope.EachRevision each -> "one transaction for each revision (" + each.reason() + ")";
                    case CommitScope.Refused refused -> throw new IllegalArgumentException(refused.reason());
                });
        script.open(run.lockWait(), new OfflineGuard(ledger).guard(run.begin()));
        script.sql(rows.begin(run.start()));
        switch (run.scope()) {
            case CommitScope.WholeRun ignored -> {
                script.sql("begin;");
                run.steps().forEach(step -> inTransaction(script, step));
                script.sql("commit;");
            }
            case CommitScope.EachRevision ignored -> run.steps().forEach(step -> alone(script, step));
            case CommitScope.Refused refused -> throw new IllegalArgumentException(refused.reason());
        }
        script.sql(rows.finish());
        script.close();
        return script.text();
    }

    private String stamping(OfflineRun.Stamping run) {
        OfflineScript script = new OfflineScript(ledger, "stamp");
        head(script, run.start(), run.begin().heads(), run.end());
        if (run.forgotten().isEmpty() && run.recorded().isEmpty()) {
            script.comment("nothing to do");
            return script.text();
        }
        script.open(run.lockWait(), new OfflineGuard(ledger).guard(run.begin()));
        script.sql(rows.begin(run.start()));
        script.sql("begin;");
        run.forgotten().forEach(id -> script.sql(rows.forget(id)));
        run.recorded().forEach(entry -> script.sql(rows.record(entry, "interval '0'")));
        script.sql("commit;");
        script.sql(rows.finish());
        script.close();
        return script.text();
    }

    private static void head(OfflineScript script, RunStart start, List<RevisionId> begin, List<RevisionId> end) {
        script.comment("fata %s: %s -> %s".formatted(start.command(), place(begin), place(end)));
        start.tag().ifPresent(tag -> script.comment("tag: " + tag));
        script.comment("written by fata %s for %s; takes no backup".formatted(start.toolVersion(), start.operator()));
        script.comment("run it with: psql -v ON_ERROR_STOP=1 -f FILE");
    }

    private void alone(OfflineScript script, OfflineRun.Step step) {
        switch (step.section().section().options().execution()) {
            case IN_TRANSACTION -> {
                script.sql("begin;");
                inTransaction(script, step);
                script.sql("commit;");
            }
            case STATEMENT_BY_STATEMENT -> statementByStatement(script, step);
        }
    }

    private void inTransaction(OfflineScript script, OfflineRun.Step step) {
        announce(script, step);
        script.limits("set local", step.section());
        step.section().section().statements().forEach(statement -> script.sql(PsqlText.of(statement)));
        script.forget();
        script.sql(row(step));
    }

    /** As a session does: the journal knows before and after each statement that commits on its own. */
    private void statementByStatement(OfflineScript script, OfflineRun.Step step) {
        announce(script, step);
        script.sql(rows.started(step.step(), 0));
        script.limits("set", step.section());
        int done = 0;
        for (List<Statement> group :
                TransactionBlocks.of(step.section().section().statements())) {
            group.forEach(statement -> script.sql(PsqlText.of(statement)));
            script.sql(PostgresSession.BEGIN_AS_OURSELVES + ";");
            for (int i = 0; i < group.size(); i++) {
                done++;
                script.sql(rows.started(step.step(), done));
            }
            script.sql("commit;");
        }
        script.forget();
        script.sql("begin;");
        script.sql(row(step));
        script.sql("commit;");
    }

    private String row(OfflineRun.Step step) {
        return switch (step.step().direction()) {
            case UP -> rows.record(step.entry(), OfflineScript.SINCE_STEP_STARTED);
            case DOWN -> rows.forget(step.step().id());
        };
    }

    private static void announce(OfflineScript script, OfflineRun.Step step) {
        var revision = step.step().revision();
        String parents = place(revision.parents());
        String move = step.step().direction() == Direction.UP
                ? parents + " -> " + revision.id()
                : revision.id() + " -> " + parents;
        script.blank();
        script.comment("Running %s %s, %s"
                .formatted(LedgerRows.word(step.step().direction()) + "grade", move, revision.message()));
        script.startClock();
    }

    private static String place(List<RevisionId> ids) {
        return ids.isEmpty() ? "base" : ids.stream().map(RevisionId::value).collect(joining(", "));
    }
}
