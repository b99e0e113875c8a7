package com.fataplus.migrations.postgres.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.domain.script.ScriptProblem;
import com.fataplus.migrations.domain.script.SourcePosition;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import run.endive.wasm.types.MemoryLimits;

class PostgresGrammarTest {
    private final PostgresGrammar grammar = new PostgresGrammar();

    @Test
    void acceptsAValidSection() {
        assertThat(check("create table plot (id int);\ndrop table plot;")).isEmpty();
    }

    @Test
    void acceptsASectionWithoutStatements() {
        assertThat(check("-- nothing to do")).isEmpty();
    }

    @Test
    void showsTheLineAndTheMessageOfPostgres() {
        assertThat(check("create table plot (id int);\n  drop tabel plot;"))
                .containsExactly(new ScriptProblem(
                        "sql.syntax",
                        "001_plots.sql",
                        new SourcePosition(3, 8),
                        "syntax error at or near \"tabel\"",
                        Optional.of("  drop tabel plot;"),
                        Optional.empty()));
    }

    @Test
    void tellsEveryProblemOfASection() {
        assertThat(places("selct 1;\nselect 1;\nselct 2;")).containsExactly("2:1", "4:1");
    }

    @Test
    void pointsWhereASemicolonIsMissing() {
        assertThat(check("create table a (id int)\ncreate table b (id int);"))
                .extracting(problem -> problem.position() + " " + problem.message())
                .containsExactly("3:1 syntax error at or near \"create\"");
    }

    @Test
    void pointsBehindWhatEndsTooEarly() {
        assertThat(check("select 1 +\n;"))
                .extracting(problem -> problem.position() + " " + problem.message())
                .containsExactly("2:11 syntax error at end of input");
    }

    @Test
    void countsCharactersAndNotBytes() {
        assertThat(check("select 'Größe 🌾', \"Ürün\" fro m x;"))
                .extracting(problem -> problem.position() + " " + problem.message())
                .containsExactly("2:30 syntax error at or near \"m\"");
    }

    @Test
    void passesOnTheHint() {
        assertThat(check("select 1 limit 1, 2;")).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("LIMIT #,# syntax is not supported");
            assertThat(problem.hint()).contains("Use separate LIMIT and OFFSET clauses.");
        });
    }

    @Test
    void doesNotReadCopyData() {
        assertThat(check("copy plot from stdin;\nselct\tthis is no statement\n\\.\nselect 1;"))
                .isEmpty();
    }

    @Test
    void readsChainsAndNestingOfAnyLengthThatPostgresReads() {
        assertThat(check("select 1" + " + 1".repeat(10_000) + ";\nselect " + "f(".repeat(2_000) + ")".repeat(2_000)))
                .isEmpty();
    }

    @Test
    void readsLargeStatements() {
        assertThat(check("insert into plot values (0)" + ", (1234567890)".repeat(100_000) + " x;"))
                .extracting(ScriptProblem::message)
                .containsExactly("syntax error at or near \"x\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {125_000, 135_000, 145_000})
    void neverTakesTheEndOfItsStackForAnError(int operands) {
        assertThat(check("select 1" + " + 1".repeat(operands)))
                .extracting(ScriptProblem::code)
                .doesNotContain("sql.syntax");
    }

    @Test
    void saysWhichStatementItCouldNotRead() {
        assertThat(check("select 1;\nselect 1" + " || 1".repeat(300_000)))
                .extracting(problem -> problem.code() + " " + problem.position() + " " + problem.message())
                .containsExactly("sql.not-checked 3:1 could not be checked: it is nested too deeply");
        assertThat(check("select 1;")).isEmpty();
    }

    @Test
    void givesUpRatherThanCallMissingMemoryAnError() {
        LibPgQuery small = new LibPgQuery(new LibPgQueryModule(), new MemoryLimits(640, 640));

        assertThat(small.parse("values (0)" + ", (1234567890)".repeat(100_000))).isInstanceOf(Answer.GaveUp.class);
    }

    @Test
    void judgesAfterManyErrorsAsAfterNone() {
        String section = "selct 1;\ndo $$ begin retrun; end $$;\nselect 1;\n".repeat(100);

        assertThat(check(section)).hasSize(200).isEqualTo(check(section));
    }

    @Test
    void answersSeveralThreadsAtOnce() {
        List<List<ScriptProblem>> answers = List.of(1, 2, 3, 4).parallelStream()
                .map(ignored -> check("selct 1;\nselect 1;\n".repeat(50)))
                .toList();

        assertThat(answers).allSatisfy(problems -> assertThat(problems).hasSize(50));
    }

    private List<ScriptProblem> check(String text) {
        return grammar.check(Corpus.section(text));
    }

    private List<String> places(String text) {
        return check(text).stream()
                .map(problem -> problem.position().toString())
                .toList();
    }
}
