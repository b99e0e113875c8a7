package com.fataplus.migrations.postgres;

import static com.fataplus.migrations.application.port.DatabaseScenarios.begin;
import static com.fataplus.migrations.application.port.DatabaseScenarios.doing;
import static com.fataplus.migrations.application.port.DatabaseScenarios.failure;
import static com.fataplus.migrations.application.port.DatabaseScenarios.ignoring;
import static com.fataplus.migrations.application.port.DatabaseScenarios.row;
import static com.fataplus.migrations.application.port.DatabaseScenarios.script;
import static com.fataplus.migrations.application.port.DatabaseScenarios.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fataplus.migrations.application.failure.RunFailure;
import com.fataplus.migrations.application.failure.SqlError;
import com.fataplus.migrations.application.port.DatabaseScenarios;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.StepState;
import com.fataplus.migrations.domain.script.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that begin and end transactions themselves. */
class TransactionEndTest extends PostgresScenarios {
    @ParameterizedTest
    @ValueSource(strings = {"commit", "rollback", "commit and chain", "rollback and chain"})
    void isNoneOfAScriptsBusiness(String end) {
        in(session -> {
            RunId run = begin(session);

            SqlError error = failure(
                            RunFailure.StatementFailed.class,
                            () -> session.inTransaction(doing(transaction -> {
                                transaction.run(unparsed("create table farm ()", end), ignoring());
                                transaction.record(row(FIRST, run), script(FIRST));
                            })))
                    .error();

            assertThat(error.sqlState()).isEqualTo("2D000");
            assertThat(error.statement()).isEqualTo(end);
            assertThat(session.ledger().applied()).isEmpty();
        });
    }

    @Test
    void stopsTheScriptThere() {
        in(session -> {
            refused(session, unparsed("commit", "create table farm ()"));

            assertThat(server().value("select to_regclass('farm') is null")).isEqualTo("t");
        });
    }

    @Test
    void isAScriptsBusinessWhereItRunsAlone() {
        in(session -> {
            List<String> told = new ArrayList<>();

            session.outsideTransaction(
                    unparsed("select 1", "begin", "create table farm ()", "commit", "select 2"),
                    (index, statement, took) ->
                            told.add(index + " " + server().value("select to_regclass('farm') is null")));

            // What happens within the script's transaction is done when that is committed.
            assertThat(told).containsExactly("0 t", "1 f", "2 f", "3 f", "4 f");
        });
    }

    @Test
    void takesBackWhatAScriptHadBegunWhenItFails() {
        in(session -> {
            RunId run = begin(session);
            List<Integer> told = new ArrayList<>();

            failure(
                    RunFailure.StatementFailed.class,
                    () -> session.outsideTransaction(
                            unparsed("select 1", "begin", "create table farm ()", "select 1 / 0"),
                            (index, statement, took) -> told.add(index)));

            assertThat(told).containsExactly(0);
            assertThat(server().value("select to_regclass('farm') is null")).isEqualTo("t");
            session.journal().step(run, step(FIRST, Direction.UP), StepState.FAILED, 1, Optional.of("by zero"));
            assertThat(session.steps(run)).hasSize(1);
        });
    }

    @Test
    void isMissedWhereAScriptForgetsIt() {
        in(session -> {
            SqlError error = failure(
                            RunFailure.StatementFailed.class,
                            () -> alone(session, unparsed("select 1", "begin", "create table farm ()")))
                    .error();

            assertThat(error.statement()).isEqualTo("begin");
            assertThat(server().value("select to_regclass('farm') is null")).isEqualTo("t");
            commit(session, section("select 1;"));
        });
    }

    @Test
    void comesBeforeAnythingElseOfTheSession() {
        in(session -> {
            assertThatIllegalStateException().isThrownBy(() -> session.inTransaction(transaction -> begin(session)));
            assertThatIllegalStateException().isThrownBy(() -> session.inTransaction(transaction -> session.schema()));
            assertThatIllegalStateException()
                    .isThrownBy(() -> session.inTransaction(outer -> session.inTransaction(inner -> "nested")));

            assertThat(session.runs(10)).isEmpty();
        });
    }

    @Test
    void ofATrialMakesTheChecksThatACommitWouldMake() {
        in(session -> {
            SqlError error = failure(
                            RunFailure.StatementFailed.class,
                            () -> session.onTrial(DatabaseScenarios.start(), (transaction, run) -> {
                                transaction.run(
                                        section(
                                                "create table a (id int primary key, b int references a deferrable initially deferred);"
                                                        + " insert into a values (1, 2)"),
                                        ignoring());
                                return run;
                            }))
                    .error();

            assertThat(error.sqlState()).isEqualTo("23503");
            assertThat(server().value("select to_regclass('a') is null")).isEqualTo("t");
        });
    }
}
