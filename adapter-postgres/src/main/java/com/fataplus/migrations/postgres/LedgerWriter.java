package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.RefusedFailure;
import com.fataplus.migrations.application.port.RunStart;
import com.fataplus.migrations.domain.ledger.AppliedRevision;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.RunOutcome;
import com.fataplus.migrations.domain.ledger.StepState;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.Direction;
import com.fataplus.migrations.domain.script.MigrationScript;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Writes the ledger's rows, one statement and one round trip each; whoever calls decides about the transaction. */
final class LedgerWriter {
    private static final String RECORD = """
            with step as (
                insert into ledger.step (run, revision, direction, state, statements_done, at)
                values (?, ?, 'up', 'done', 0, ?))
            insert into ledger.revision (run, id, applied_at, parents, depends_on, labels, message, checksum,
                                         up_text, down_text, applied_by, duration)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? * interval '1 microsecond')
            """;

    private static final String FORGET = """
            with gone as (
                delete from ledger.revision where id = ? returning id)
            insert into ledger.step (run, revision, direction, state, statements_done, at)
            select ?, id, 'down', 'done', 0, ? from gone
            """;

    private static final String BEGIN = """
            insert into ledger.run (command, target, tag, operator, tool_version, policy, started_at)
            values (?, ?, ?, ?, ?, ?, ?)
            returning id
            """;

    private static final String BACKED_UP = "update ledger.run set backup = ? where id = ? and finished_at is null";

    private static final String STEP = """
            insert into ledger.step (run, revision, direction, state, statements_done, failure, at)
            values (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String FINISH =
            "update ledger.run set outcome = ?, finished_at = ? where id = ? and finished_at is null";

    private static final String UNIQUE_VIOLATION = "23505";

    private final Sql sql;
    private final LedgerSchema ledger;
    private final Clock clock;

    LedgerWriter(Sql sql, LedgerSchema ledger, Clock clock) {
        this.sql = requireNonNull(sql, "sql");
        this.ledger = requireNonNull(ledger, "ledger");
        this.clock = requireNonNull(clock, "clock");
    }

    void record(AppliedRevision row, MigrationScript script) {
        long run = row.run().value();
        String id = row.id().value();
        writing("record revision " + id, () -> {
            try {
                return sql.change(
                        ledger.in(RECORD),
                        run,
                        id,
                        clock.instant(),
                        run,
                        id,
                        row.appliedAt(),
                        LedgerRows.texts(row.parents()),
                        LedgerRows.texts(row.dependsOn()),
                        row.labels().toArray(String[]::new),
                        row.message(),
                        row.checksum().value(),
                        script.up().text(),
                        script.down().text(),
                        row.appliedBy(),
                        row.duration().dividedBy(ChronoUnit.MICROS.getDuration()));
            } catch (SQLException e) {
                if (ServerFailures.state(e).equals(UNIQUE_VIOLATION)) {
                    throw new MigrationException(RefusedFailure.NotAllowed.alreadyApplied(row.id()), e);
                }
                throw e;
            }
        });
    }

    void forget(RevisionId revision, RunId run) {
        int forgotten = writing(
                "forget revision " + revision,
                () -> sql.change(ledger.in(FORGET), revision.value(), run.value(), clock.instant()));
        if (forgotten == 0) {
            throw new MigrationException(RefusedFailure.NotAllowed.notApplied(revision));
        }
    }

    RunId begin(RunStart start) {
        return writing(
                "write the journal",
                () -> sql.row(
                        ledger.in(BEGIN),
                        row -> new RunId(row.getLong(1)),
                        start.command(),
                        start.target(),
                        start.tag(),
                        start.operator(),
                        start.toolVersion(),
                        start.policy(),
                        clock.instant()));
    }

    void backedUp(RunId run, String backup) {
        requireUnderWay(run, writing("write the journal", () -> sql.change(ledger.in(BACKED_UP), backup, run.value())));
    }

    void step(
            RunId run,
            RevisionId revision,
            Direction direction,
            StepState state,
            int statementsDone,
            Optional<String> failure) {
        writing(
                "write the journal",
                () -> sql.change(
                        ledger.in(STEP),
                        run.value(),
                        revision.value(),
                        LedgerRows.word(direction),
                        LedgerRows.word(state),
                        statementsDone,
                        failure,
                        clock.instant()));
    }

    void finish(RunId run, RunOutcome outcome) {
        requireUnderWay(
                run,
                writing(
                        "write the journal",
                        () -> sql.change(ledger.in(FINISH), LedgerRows.word(outcome), clock.instant(), run.value())));
    }

    private static void requireUnderWay(RunId run, int changed) {
        if (changed == 0) {
            throw new MigrationException(RefusedFailure.NotAllowed.notUnderWay(run));
        }
    }

    private <T> T writing(String action, ServerFailures.Work<T> work) {
        return ServerFailures.doing(action, () -> {
            try {
                return work.perform();
            } catch (SQLException e) {
                throw new MigrationException(
                        ledger.failure(action, sql.connection().getMetaData().getUserName(), e), e);
            }
        });
    }
}
