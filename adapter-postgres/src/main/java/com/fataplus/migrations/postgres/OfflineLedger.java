package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.port.LedgerEntry;
import com.fataplus.migrations.application.port.RunStart;
import com.fataplus.migrations.domain.plan.PlanStep;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.MigrationScript;
import java.util.List;

/** The ledger's rows as a script writes them; {@link LedgerWriter} writes the same on a connection. */
record OfflineLedger(LedgerSchema ledger) {
    /** We have the lock and closed all others, so the run that has not ended is ours. */
    private static final String OUR_RUN = "(select id from ledger.run where finished_at is null)";

    OfflineLedger {
        requireNonNull(ledger, "ledger");
    }

    String begin(RunStart start) {
        return ledger.in("""
                insert into ledger.run (command, target, tag, operator, tool_version, policy, started_at)
                values (""")
                + String.join(
                        ", ",
                        SqlLiteral.of(start.command()),
                        SqlLiteral.of(start.target()),
                        SqlLiteral.of(start.tag()),
                        SqlLiteral.of(start.operator()),
                        SqlLiteral.of(start.toolVersion()),
                        SqlLiteral.of(start.policy()))
                + ", clock_timestamp());";
    }

    String finish() {
        return ledger.in("update ledger.run set outcome = 'succeeded', finished_at = clock_timestamp()"
                + " where finished_at is null;");
    }

    String started(PlanStep step, int statementsDone) {
        return step(step.id(), LedgerRows.word(step.direction()), "started", statementsDone);
    }

    /**
     * A revision that was applied.
     *
     * @param duration an expression of type interval
     */
    String record(LedgerEntry entry, String duration) {
        MigrationScript script = entry.script();
        RevisionId id = entry.revision().id();
        return step(id, "up", "done", 0) + "\n"
                + ledger.in("""
                insert into ledger.revision (id, parents, depends_on, labels, message, checksum,
                                             up_text, down_text, run, applied_at, applied_by, duration)
                values (""")
                + String.join(
                        ", ",
                        SqlLiteral.of(id.value()),
                        SqlLiteral.array(
                                List.of(LedgerRows.texts(entry.revision().parents()))),
                        SqlLiteral.array(List.of(LedgerRows.texts(entry.dependsOn()))),
                        SqlLiteral.array(entry.revision().labels()),
                        SqlLiteral.of(entry.revision().message()),
                        SqlLiteral.of(script.checksum().value()),
                        SqlLiteral.dollarQuoted("up", script.up().text()),
                        SqlLiteral.dollarQuoted("down", script.down().text()),
                        ledger.in(OUR_RUN),
                        "clock_timestamp()",
                        "session_user",
                        duration)
                + ");";
    }

    String forget(RevisionId id) {
        return ledger.in("delete from ledger.revision where id = ") + SqlLiteral.of(id.value()) + ";\n"
                + step(id, "down", "done", 0);
    }

    private String step(RevisionId id, String direction, String state, int statementsDone) {
        return ledger.in("insert into ledger.step (run, revision, direction, state, statements_done, at)\n")
                + "values (%s, %s, '%s', '%s', %d, clock_timestamp());"
                        .formatted(ledger.in(OUR_RUN), SqlLiteral.of(id.value()), direction, state, statementsDone);
    }
}
