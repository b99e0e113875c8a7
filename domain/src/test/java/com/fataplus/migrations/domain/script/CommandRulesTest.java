package com.fataplus.migrations.domain.script;

import static com.fataplus.migrations.domain.script.Reading.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandRulesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin",
                "BEGIN ISOLATION LEVEL SERIALIZABLE",
                "start transaction read only",
                "commit",
                "commit and chain",
                "end",
                "end transaction",
                "rollback",
                "rollback work",
                "abort",
                "prepare transaction 'x'",
                "commit prepared 'x'",
                "rollback prepared 'x'",
                "/* so */ Begin -- it is"
            })
    void refusesToEndOurTransaction(String statement) {
        assertThat(inUp(statement)).containsExactly("script.transaction-control");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "savepoint a",
                "release savepoint a",
                "rollback to a",
                "rollback transaction to savepoint a",
                "prepare q as select 1",
                "prepare transaction as select 1",
                "do $$ begin commit; end $$",
                "create table \"begin\" (a int)",
                "\"begin\"",
                "call begin()",
                "set transaction isolation level serializable",
                "create function f() returns int begin atomic select 1; end"
            })
    void acceptsWhatLeavesTheTransactionAlone(String statement) {
        assertThat(inUp(statement)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create index concurrently on plot (id)",
                "create unique index concurrently if not exists i on plot (id)",
                "drop index concurrently i",
                "reindex table concurrently plot",
                "reindex (verbose) index concurrently i",
                "reindex (verbose, concurrently) table plot",
                "reindex (concurrently true) table plot",
                "reindex schema public",
                "reindex (verbose) database",
                "reindex system postgres",
                "vacuum",
                "vacuum (analyze) plot",
                "create database d",
                "drop database if exists d with (force)",
                "create tablespace t location '/t'",
                "drop tablespace t",
                "alter system set work_mem = '1MB'",
                "alter database d set tablespace t",
                "alter table if exists only a.plot detach partition b.plot_1 concurrently",
                "cluster",
                "cluster verbose",
                "discard all",
                "create subscription s connection 'c' publication p",
                "alter subscription s refresh publication"
            })
    void refusesWhatPostgresqlRefusesInATransaction(String statement) {
        assertThat(inUp(statement)).containsExactly("script.needs-no-transaction");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create index on plot (concurrently)",
                "create index i on plot (id)",
                "drop index \"concurrently\"",
                "refresh materialized view concurrently v",
                "reindex table plot",
                "reindex table schema.plot",
                "reindex (concurrently false) table plot",
                "reindex (concurrently off, verbose) table plot",
                "reindex",
                "reindex (verbose",
                "alter table plot detach partition plot_1",
                "alter table plot detach partition plot_1 finalize",
                "alter table plot add column concurrently int",
                "alter database d set work_mem = '1MB'",
                "alter type mood add value 'happy'",
                "cluster plot using i",
                "cluster (verbose) plot",
                "discard plans",
                "create subscription s connection 'c' publication p with (connect = false)",
                "alter subscription s disable",
                "analyze plot",
                "checkpoint"
            })
    void acceptsWhatRunsInATransaction(String statement) {
        assertThat(inUp(statement)).doesNotContain("script.needs-no-transaction", "script.transaction-control");
    }

    @Test
    void acceptsEverythingWithoutATransaction() {
        assertThat(problems("-- migrate:up transaction:false\nbegin;\ncommit;\nvacuum;\n-- migrate:down\n"))
                .isEmpty();
    }

    @Test
    void saysWhichMarkerToWrite() {
        assertThat(problems("-- migrate:up\n-- migrate:down\ndrop index concurrently i;\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.message()).contains("DROP INDEX CONCURRENTLY");
                    assertThat(problem.position()).isEqualTo(new SourcePosition(3, 1));
                    assertThat(problem.hint()).contains("write '-- migrate:down transaction:false'");
                });
    }

    @Test
    void saysHowToDoWithoutTransactionControl() {
        assertThat(problems("-- migrate:up\nbegin;\n-- migrate:down\n"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.hint())
                        .get()
                        .asString()
                        .contains("remove")
                        .contains("'-- migrate:up transaction:false'"));
    }

    private static java.util.List<String> inUp(String statement) {
        return problems("-- migrate:up\n" + statement + ";\n-- migrate:down\n").stream()
                .map(ScriptProblem::code)
                .toList();
    }
}
