package com.fataplus.migrations.domain.script;

import static com.fataplus.migrations.domain.script.Reading.statements;
import static com.fataplus.migrations.domain.script.Reading.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL's lexical rules: where a semicolon ends a statement and where it does not. */
class StatementSplittingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select ';'",
                "select 'it''s; fine'",
                "select 'a backslash \\'",
                "select E'a quote \\'; b'",
                "select e'two backslashes \\\\'",
                "select E'both \\''';\\\\'",
                "select E'\\\\\\';'",
                "select U&'\\fffe ;'",
                "select u&'d!0061t;a' uescape '!'",
                "select B'1;0'",
                "select x'1;f'",
                "select N'a;b'",
                "select 'a;'\n'b;'",
                "select 'a;' -- between\n\n  'b;'",
                "select E'a'\n'b\\';'",
                "select E'a' -- one\n -- two\n 'b\\';'",
                "select '\n;\n'",
                "select '-- no comment;'",
                "select '/*;'",
                "select '$$;'"
            })
    void keepsSemicolonsInStrings(String statement) {
        assertThat(texts(statement + "; select 2")).containsExactly(statement, "select 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select \"a;b\"",
                "select \"a\"\";b\"",
                "select U&\"d\\0061t;\"",
                "select \"E'\", 1",
                "select \"it's\"",
                "select :\"DB;NAME\""
            })
    void keepsSemicolonsInQuotedIdentifiers(String statement) {
        assertThat(texts(statement + "; select 2")).containsExactly(statement, "select 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "do $$ begin; end $$",
                "do $body$ begin; end $body$",
                "do $été$ begin; end $été$",
                "do $_1$ begin; end $_1$",
                "do $a$ execute $b$ select ';' $b$; $a$",
                "do $a$ $$ ; $a",
                "select $$'$$, ';'",
                "select $$\"$$, ';'",
                "select $$a$b$$, ';'",
                "select $A$ ; $a$ ; $A$",
                "select $$ $1; $$",
                "select $$$$, ';'",
                "do $$ begin raise 'a'; end $$ language plpgsql"
            })
    void keepsSemicolonsInDollarQuotes(String statement) {
        String whole = statement.endsWith("$a") ? statement + "$" : statement;
        assertThat(texts(whole + "; select 2")).containsExactly(whole, "select 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select a$$, b$$",
                "select a$b$",
                "select é$b$",
                "select $1",
                "select $1$2",
                "select 1 - $1",
                "select $ 1",
                "insert into ${table} values (1)",
                "select fooE'\\'",
                "select aU&'\\'",
                "select 1e5",
                "select 0x1F, 1_000.5, .5, 1.",
                "select a[1:2], b::text, c := 1"
            })
    void doesNotTakeOtherSignsForQuotes(String statement) {
        assertThat(texts(statement + "; select 2")).containsExactly(statement, "select 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 1 -- one; two",
                "select 1 --'",
                "select 1 --$$",
                "select 1 --\"",
                "select 1 /* ; */",
                "select 1 /* ' */",
                "select 1 /* /* ; */ ; */",
                "select 1 /* -- */",
                "select 1 /***/",
                "select 1 /*/ ; */",
                "select 1 /* $$ **/"
            })
    void leavesCommentsBehindAStatementOut(String statement) {
        assertThat(texts(statement + "\n; select 2")).containsExactly("select 1", "select 2");
    }

    @Test
    void keepsCommentsWithinAStatementAsTheyAre() {
        assertThat(texts("-- above;\n/* ; */ select -- why;\n 1 /* ; */ + 2 -- behind\n;"))
                .containsExactly("select -- why;\n 1 /* ; */ + 2");
    }

    @Test
    void overlooksCommentedOutFunctions() {
        assertThat(texts("""
                -- create function f() returns int as $$
                --   select 'it's; -- "odd
                -- $$ language sql;
                /* do $$ begin; end */
                select 1;
                """)).containsExactly("select 1");
    }

    @Test
    void letsACommentBeginInAnOperator() {
        assertThat(texts("select 1 +-- one;\n 2; select @/* ; */ 3; select 4 */ 5"))
                .containsExactly("select 1 +-- one;\n 2", "select @/* ; */ 3", "select 4 */ 5");
    }

    @Test
    void endsALineCommentAtACarriageReturnToo() {
        assertThat(texts("select 1 -- a\r; select 2")).containsExactly("select 1", "select 2");
    }

    @Test
    void keepsACommentGluedToAName() {
        assertThat(texts("create table /* schema; */river_job (id int); select 2"))
                .containsExactly("create table /* schema; */river_job (id int)", "select 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create rule r as on insert to a do also (insert into b values (1); insert into c values (2))",
                "create rule r as on insert to a do (select ')'; select \")\"; select 1 /* ) */; select $$)$$)"
            })
    void keepsSemicolonsInParentheses(String statement) {
        assertThat(texts(statement + "; select 2")).containsExactly(statement, "select 2");
    }

    @Test
    void leavesASuperfluousParenthesisToTheServer() {
        assertThat(texts("select 1); select 2")).containsExactly("select 1)", "select 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create function f() returns int begin atomic select 1; select 2; end",
                "create or replace function f(a int) returns int language sql BEGIN ATOMIC select 1; END",
                "create procedure p() begin atomic insert into a values (1); insert into b values (2); end",
                "create or replace procedure p() begin /* c */ atomic select 1; end",
                "create function f() returns int begin atomic select case when a then 1 else 2 end; select 2; end",
                "create function f() returns int begin atomic select case case a when 1 then 2 end when 2 then 3 end; end",
                "create function f() returns int begin atomic select (case when a then 1 end); select 2; end",
                "create function f() returns int begin atomic select 1 as end; select 2 as case; end",
                "create function f() returns int begin atomic select t.end, t.case from t; select 2; end",
                "create function f() returns int begin atomic select \"end\", 'end', $$end$$ /* end */; select 2; end",
                "create function f() returns int begin atomic end"
            })
    void keepsSemicolonsInBodies(String statement) {
        assertThat(texts(statement + "; select 2")).containsExactly(statement, "select 2");
    }

    @Test
    void takesNoOtherBeginForABody() {
        assertThat(texts(
                        "create function begin(atomic int) returns int return 1; create table begin (a int); select 2"))
                .containsExactly(
                        "create function begin(atomic int) returns int return 1",
                        "create table begin (a int)",
                        "select 2");
    }

    @Test
    void skipsEmptyStatements() {
        assertThat(texts(";; select 1 ;;\n; -- nothing\n; /* nothing */ ;")).containsExactly("select 1");
    }

    @Test
    void needsNoSemicolonAtTheEnd() {
        assertThat(texts("select 1;\nselect 2\n-- the end")).containsExactly("select 1", "select 2");
    }

    @Test
    void leavesAGluedStatementWhole() {
        assertThat(texts("drop table a drop table b;")).containsExactly("drop table a drop table b");
    }

    @Test
    void keepsTemplatesInStrings() {
        assertThat(texts("insert into t values (E'{{ if .Name }};{{ end }}'), ('{{ .Name }}');"))
                .hasSize(1);
    }

    @Test
    void takesNoBreakSpacesForLettersAsTheServerDoes() {
        assertThat(texts("select\u00a01; select 2")).containsExactly("select\u00a01", "select 2");
    }

    @Test
    void countsPositionsInCodePoints() {
        assertThat(statements("select '\uD83C\uDF3E'; select 2;\n\tselect 3;"))
                .extracting(Statement::position)
                .containsExactly(new SourcePosition(2, 1), new SourcePosition(2, 13), new SourcePosition(3, 2));
    }

    @Test
    void placesAStatementAtItsFirstToken() {
        assertThat(statements("-- a comment\n\n  /* another */ select 1;")
                        .getFirst()
                        .position())
                .isEqualTo(new SourcePosition(4, 17));
    }

    @Test
    void readsTheDataOfCopy() {
        assertThat(statements("copy plot (id, name) from stdin;\n1\tit's; \"$$\n2\t\\N\n\\.\nselect 2;"))
                .containsExactly(
                        new Statement(
                                "copy plot (id, name) from stdin",
                                new SourcePosition(2, 1),
                                Optional.of("1\tit's; \"$$\n2\t\\N\n")),
                        new Statement("select 2", new SourcePosition(6, 1), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY plot FROM STDIN WITH (FORMAT csv, HEADER)",
                "copy \"from\".\"stdin\" from stdin csv",
                "copy plot (\"a;b\", c)\n from\n stdin\n",
                "copy plot from /* here */ stdin where id > 1",
                "copy plot from stdout"
            })
    void knowsCopyFromStdin(String copy) {
        assertThat(statements(copy + "; -- data:\n;'\n\\.\n").getFirst().copyData())
                .contains(";'\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "copy plot to stdout",
                "copy (select 1 from stdin) to stdout",
                "copy plot from '/tmp/stdin'",
                "copy plot from program 'cat'",
                "copy plot (\"from\", stdin) to stdout",
                "select copy from stdin"
            })
    void knowsOtherCopies(String copy) {
        assertThat(statements(copy + ";\nselect 2;"))
                .hasSize(2)
                .allMatch(statement -> statement.copyData().isEmpty());
    }

    @Test
    void readsEmptyCopyData() {
        assertThat(statements("copy plot from stdin;\n\\.\n").getFirst().copyData())
                .contains("");
    }

    @Test
    void keepsEmptyLinesOfCopyData() {
        assertThat(statements("copy plot from stdin;\n\n\n\\.\n").getFirst().copyData())
                .contains("\n\n");
    }

    @Test
    void endsCopyDataOnlyWhereALineSaysNothingElse() {
        assertThat(statements("copy plot from stdin;\n\\.x\nx\\.\n \\.\n\\\\.\n\\.\n")
                        .getFirst()
                        .copyData())
                .contains("\\.x\nx\\.\n \\.\n\\\\.\n");
    }

    @Test
    void endsCopyDataAtTheEndOfTheFile() {
        MigrationScript script = Reading.script("-- migrate:up\n-- migrate:down\ncopy plot from stdin;\n1\n2");

        assertThat(script.section(Direction.DOWN)
                        .orElseThrow()
                        .statements()
                        .getFirst()
                        .copyData())
                .contains("1\n2");
    }

    @Test
    void endsCopyDataAtAFinalLineWithoutLineEnd() {
        MigrationScript script = Reading.script("-- migrate:up\n-- migrate:down\ncopy plot from stdin;\n1\n\\.");

        assertThat(script.section(Direction.DOWN)
                        .orElseThrow()
                        .statements()
                        .getFirst()
                        .copyData())
                .contains("1\n");
    }

    @Test
    void readsCopyDataWithCarriageReturns() {
        MigrationScript script = Reading.script(
                "-- migrate:up\r\ncopy plot from stdin;\r\n1\r\n\\.\r\nselect 2;\r\n-- migrate:down\r\n");

        assertThat(script.up().statements().getFirst().copyData()).contains("1\r\n");
        assertThat(script.up().statements().getLast().text()).isEqualTo("select 2");
    }

    @Test
    void givesACopyWithoutSemicolonNoData() {
        assertThat(statements("copy plot from stdin").getFirst().copyData()).contains("");
    }
}
