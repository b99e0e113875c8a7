package com.fataplus.migrations.domain.script;

import static com.fataplus.migrations.domain.script.Reading.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Things left open, and things that only psql understands. */
class BrokenSqlTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select 1, 'a; select 2 | quote | 11",
                "select E'a\\'; select 2 | quote | 8",
                "select 'a\\'' ; select 2 | quote | 8",
                "select \"a; select 2 | identifier | 8",
                "select U&\"a; select 2 | identifier | 8",
                "do $$ begin; end; select 2 | dollar-quote | 4",
                "do $a$ begin; end $b$; select $2 | dollar-quote | 4",
                "select 1 /* /* */ ; select 2 | comment | 10",
                "/* ; select 2 | comment | 1",
                "select (1; select (2) | parenthesis | 8",
                "create table t (a numeric(10; b int) | parenthesis | 16",
                "create function f() returns int begin atomic select 1; select 2 | body | 33",
                "create function f() returns int begin atomic select case when 1; end; | body | 33",
                "create function f() returns int begin atomic select case when 1 then 2; select 2 | case | 53"
            })
    void placesAnOpenThingWhereItBegan(String statement, String what, int column) {
        assertThat(problems("-- migrate:up\n" + statement + "\n-- migrate:down\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("script.unterminated-" + what);
                    assertThat(problem.position()).isEqualTo(new SourcePosition(2, column));
                    assertThat(problem.message()).contains("a section marker is lost in it");
                });
    }

    @Test
    void namesNoMarkerWhereNoneIsLost() {
        assertThat(problems("-- migrate:up\n-- migrate:down\nselect '"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).doesNotContain("marker"));
    }

    @Test
    void noticesCopyDataThatRunsOverTheNextSection() {
        assertThat(problems("-- migrate:up\ncopy plot from stdin;\n1\n\n-- migrate:down\ndrop table plot;\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("script.unterminated-copy-data");
                    assertThat(problem.position()).isEqualTo(new SourcePosition(2, 1));
                });
    }

    @Test
    void refusesStatementsBetweenCopyAndItsData() {
        assertThat(problems("-- migrate:up\ncopy plot from stdin;  select 2;\n1\n\\.\n-- migrate:down\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("script.after-copy");
                    assertThat(problem.position()).isEqualTo(new SourcePosition(2, 24));
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\i other.sql | \\i | put the statements of that file here",
                "\\ir other.sql | \\ir | put the statements of that file here",
                "\\copy plot from program 'cat x';; | \\copy | COPY ... FROM stdin",
                "\\restrict abcDEF | \\restrict | remove the line",
                "\\unrestrict abcDEF | \\unrestrict | remove the line",
                "\\connect other | \\connect | remove the line",
                "\\set ON_ERROR_STOP on | \\set | write the value",
                "\\. | \\. | no COPY",
                "\\! ls | \\! | remove it",
                "\\if :a | \\if | DO block",
                "\\ | \\ | remove it"
            })
    void saysWhatToWriteForAPsqlCommand(String line, String name, String hint) {
        assertThat(problems("-- migrate:up\nselect 1;\n" + line + "\n-- migrate:down\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("script.psql-command");
                    assertThat(problem.position()).isEqualTo(new SourcePosition(3, 1));
                    assertThat(problem.message()).startsWith(name + " is a command of psql");
                    assertThat(problem.hint()).get().asString().contains(hint);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"select 1 \\gset | 10", "select 1\\; select 2; | 9", "select 1 as a \\gexec | 15"})
    void findsPsqlCommandsBehindStatements(String line, int column) {
        assertThat(problems("-- migrate:up\n" + line + "\n-- migrate:down\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("script.psql-command");
                    assertThat(problem.position()).isEqualTo(new SourcePosition(2, column));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"select '\\i'", "select $$\\i$$", "select 1 -- \\i", "select \"\\i\"", "/* \\i */ select 1"})
    void leavesOtherBackslashesAlone(String statement) {
        assertThat(problems("-- migrate:up\n" + statement + "\n-- migrate:down\n"))
                .isEmpty();
    }

    @Test
    void leavesPsqlVariablesToTheServer() {
        assertThat(problems("-- migrate:up\nalter database :\"DBNAME\" set a = :'b', :c;\n-- migrate:down\n"))
                .isEmpty();
    }

    @Test
    void refusesNulCharacters() {
        assertThat(problems("-- migrate:up\nselect '\0\0';\n-- migrate:down\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("script.nul-character");
                    assertThat(problem.position()).isEqualTo(new SourcePosition(2, 9));
                });
    }
}
