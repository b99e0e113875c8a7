package com.fataplus.migrations.application.port;

import static com.fataplus.migrations.application.port.DatabaseScenarios.begin;
import static com.fataplus.migrations.application.port.DatabaseScenarios.doing;
import static com.fataplus.migrations.application.port.DatabaseScenarios.down;
import static com.fataplus.migrations.application.port.DatabaseScenarios.failure;
import static com.fataplus.migrations.application.port.DatabaseScenarios.ignoring;
import static com.fataplus.migrations.application.port.DatabaseScenarios.row;
import static com.fataplus.migrations.application.port.DatabaseScenarios.script;
import static com.fataplus.migrations.application.port.DatabaseScenarios.start;
import static com.fataplus.migrations.application.port.DatabaseScenarios.step;
import static com.fataplus.migrations.application.port.DatabaseScenarios.up;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fataplus.migrations.application.failure.RunFailure;
import com.fataplus.migrations.domain.ledger.AppliedRevision;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.RunStep;
import com.fataplus.migrations.domain.ledger.StepState;
import com.fataplus.migrations.domain.plan.PlanStep;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.schema.SchemaSnapshot;
import com.fataplus.migrations.domain.script.Direction;
import com.fataplus.migrations.domain.script.MigrationScript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link MigrationSession} does with scripts. */
interface TransactionContract extends DatabaseScenarios {
    @Test
    default void commitsScriptAndLedgerTogether() {
        in(session -> {
            SchemaSnapshot before = session.schema();
            RunId run = begin(session);
            AppliedRevision row = row(FIRST, run);

            session.inTransaction(doing(transaction -> {
                transaction.run(up(script(FIRST)), ignoring());
                transaction.record(row, script(FIRST));
            }));

            assertThat(session.ledger().applied()).containsExactly(row);
            assertThat(database().ledger()).isEqualTo(session.ledger());
            assertThat(session.schema()).isNotEqualTo(before);
        });
    }

    @Test
    default void keepsTheOrderInWhichRevisionsWereApplied() {
        in(session -> {
            RunId run = begin(session);
            List<RevisionId> order = List.of(SECOND, FIRST, new RevisionId("été"), new RevisionId("0"));

            order.forEach(id ->
                    session.inTransaction(doing(transaction -> transaction.record(row(id, run), script(id)))));

            assertThat(database().ledger().applied())
                    .extracting(AppliedRevision::id)
                    .containsExactlyElementsOf(order);
        });
    }

    @Test
    default void aTrialSeesItsOwnWorkAndLeavesNothing() {
        in(session -> {
            SchemaSnapshot before = session.schema();

            RunId run = session.onTrial(start(), (transaction, id) -> {
                transaction.run(up(script(FIRST)), ignoring());
                transaction.record(row(FIRST, id), script(FIRST));
                transaction.forget(FIRST, id);
                return id;
            });

            assertThat(session.schema()).isEqualTo(before);
            assertThat(session.ledger()).isEqualTo(Ledger.EMPTY);
            assertThat(session.steps(run)).isEmpty();
            assertThat(session.runs(1)).isEmpty();
        });
    }

    @Test
    default void aTrialFailsAsTheRunWouldAndTheSessionGoesOn() {
        in(session -> {
            failure(
                    RunFailure.StatementFailed.class,
                    () -> session.onTrial(start(), (transaction, id) -> {
                        transaction.run(up(script(FIRST, "select no_such_thing;", "")), ignoring());
                        return id;
                    }));

            assertThat(session.runs(1)).isEmpty();
            RunId run = begin(session);
            session.inTransaction(doing(transaction -> transaction.record(row(FIRST, run), script(FIRST))));
            assertThat(session.ledger().ids()).containsExactly(FIRST);
        });
    }

    @Test
    default void returnsWhatTheWorkReturns() {
        in(session ->
                assertThat(session.<String>inTransaction(transaction -> "done")).isEqualTo("done"));
    }

    @Test
    default void takesEverythingBackWhenTheWorkThrows() {
        in(session -> {
            SchemaSnapshot before = session.schema();
            RunId run = begin(session);
            IllegalStateException bug = new IllegalStateException("a bug of ours");

            Throwable thrown = catchThrowable(() -> session.inTransaction(doing(transaction -> {
                transaction.run(up(script(FIRST)), ignoring());
                transaction.record(row(FIRST, run), script(FIRST));
                throw bug;
            })));

            assertThat(thrown).isSameAs(bug);
            assertThat(session.ledger().applied()).isEmpty();
            assertThat(session.schema()).isEqualTo(before);
            assertThat(session.steps(run)).isEmpty();
        });
    }

    @Test
    default void takesEverythingBackWhenAStatementFails() {
        in(session -> {
            SchemaSnapshot before = session.schema();
            MigrationScript script =
                    script(FIRST, "create table farm (id integer);\n  drop table " + WRONG + ";", "drop table farm;");

            RunFailure.StatementFailed failed = failure(
                    RunFailure.StatementFailed.class,
                    () -> session.inTransaction(doing(transaction -> transaction.run(up(script), ignoring()))));

            assertThat(failed.error().location()).isEqualTo(script.up().location());
            assertThat(failed.error().statement()).isEqualTo("drop table " + WRONG);
            assertThat(failed.error().sqlState()).hasSize(5);
            assertThat(failed.mayPass()).isFalse();
            assertThat(session.schema()).isEqualTo(before);
        });
    }

    @Test
    default void goesOnAfterAFailure() {
        in(session -> {
            MigrationScript wrong = script(FIRST, "drop table " + WRONG + ";", "");
            failure(
                    RunFailure.StatementFailed.class,
                    () -> session.inTransaction(doing(transaction -> transaction.run(up(wrong), ignoring()))));
            RunId run = begin(session);

            session.inTransaction(doing(transaction -> transaction.record(row(SECOND, run), script(SECOND))));

            assertThat(session.ledger().ids()).containsExactly(SECOND);
        });
    }

    @Test
    default void comesBackToTheSameSchemaByUpAndDown() {
        in(session -> {
            SchemaSnapshot before = session.schema();

            session.inTransaction(doing(transaction -> transaction.run(up(script(FIRST)), ignoring())));
            session.inTransaction(doing(transaction -> transaction.run(down(script(FIRST)), ignoring())));

            assertThat(session.schema()).isEqualTo(before);
        });
    }

    @Test
    default void tellsEachStatementThatIsDone() {
        in(session -> {
            List<String> told = new ArrayList<>();
            MigrationScript script = script(FIRST, "create table farm (id integer);\nselect 1;", "");

            session.inTransaction(doing(transaction ->
                    transaction.run(up(script), (index, statement, took) -> told.add(index + " " + statement.text()))));

            assertThat(told).containsExactly("0 create table farm (id integer)", "1 select 1");
        });
    }

    @Test
    default void beginsAtTheStatementAskedFor() {
        in(session -> {
            List<Integer> told = new ArrayList<>();
            MigrationScript script = script(FIRST, "drop table " + WRONG + ";\nselect 1;\nselect 2;", "");
            SectionRun late = new SectionRun(script.up(), 1, Duration.ZERO, Optional.empty());

            session.inTransaction(
                    doing(transaction -> transaction.run(late, (index, statement, took) -> told.add(index))));

            assertThat(told).containsExactly(1, 2);
        });
    }

    @Test
    default void stopsBeforeTheNextStatementWhenAsked() {
        in(session -> {
            SchemaSnapshot before = session.schema();
            MigrationScript script = script(FIRST, "create table farm (id integer);\nselect 1;", "");

            RunFailure.Cancelled cancelled = failure(
                    RunFailure.Cancelled.class,
                    () -> session.inTransaction(doing(transaction -> transaction.run(
                            up(script),
                            (index, statement, took) -> cancellation().cancel("SIGTERM")))));

            assertThat(cancelled.by()).isEqualTo("SIGTERM");
            assertThat(session.schema()).isEqualTo(before);
            assertThat(begin(session)).isNotNull();
        });
    }

    @Test
    default void commitsEachStatementOnItsOwn() {
        in(session -> {
            SchemaSnapshot before = session.schema();
            MigrationScript script = script(FIRST, "create table farm (id integer);\ndrop table " + WRONG + ";", "");
            List<Integer> told = new ArrayList<>();

            failure(
                    RunFailure.StatementFailed.class,
                    () -> session.outsideTransaction(up(script), (index, statement, took) -> told.add(index)));

            assertThat(told).containsExactly(0);
            assertThat(before.differencesTo(session.schema())).anyMatch(line -> line.contains("farm"));
        });
    }

    @Test
    default void resumesAtTheStatementAskedFor() {
        in(session -> {
            MigrationScript script = script(FIRST, "drop table " + WRONG + ";\ncreate table farm (id integer);", "");
            SchemaSnapshot before = session.schema();

            session.outsideTransaction(new SectionRun(script.up(), 1, Duration.ZERO, Optional.empty()), ignoring());

            assertThat(before.differencesTo(session.schema())).anyMatch(line -> line.contains("farm"));
        });
    }

    @Test
    default void letsTheJournalBeWrittenBetweenTwoStatements() {
        in(session -> {
            RunId run = begin(session);
            MigrationScript script = script(FIRST, "select 1;\nselect 2;", "");
            PlanStep step = step(FIRST, Direction.UP);

            session.outsideTransaction(
                    up(script),
                    (index, statement, took) ->
                            session.journal().step(run, step, StepState.STARTED, index + 1, Optional.empty()));

            assertThat(database().steps(run))
                    .extracting(RunStep::statementsDone)
                    .containsExactly(1, 2);
        });
    }
}
