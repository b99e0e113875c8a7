package com.fataplus.migrations.domain.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PsqlTextTest {
    @Test
    void endsAStatementWithItsSemicolon() {
        assertThat(psql("select 1")).isEqualTo("select 1;\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select a[1:n]          | select a[1\\:n];",
                "select :'name', :\"a\"  | select \\:'name', \\:\"a\";",
                "select a[:{?n}]        | select a[\\:{?n}];"
            })
    void protectsColonsThatPsqlWouldTakeForVariables(String statement, String expected) {
        assertThat(psql(statement)).isEqualTo(expected + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "select x::text",
                "select a[1 : n]",
                "call p(a := 1)",
                "select ':name'",
                "select \":name\"",
                "select $$ :name $$",
                "select 1 -- :name",
                "select /* :name */ 1"
            })
    void leavesAllOtherColonsAlone(String statement) {
        assertThat(psql(statement)).isEqualTo(statement + ";\n");
    }

    @Test
    void putsTheDataOfACopyBelowIt() {
        assertThat(PsqlText.of(copy("1\ta:b\n"))).isEqualTo("copy t from stdin;\n1\ta:b\n\\.\n");
        assertThat(PsqlText.of(copy("1"))).isEqualTo("copy t from stdin;\n1\n\\.\n");
        assertThat(PsqlText.of(copy(""))).isEqualTo("copy t from stdin;\n\\.\n");
    }

    private static Statement copy(String data) {
        return new Statement("copy t from stdin", SourcePosition.START, Optional.of(data));
    }

    private static String psql(String text) {
        return PsqlText.of(new Statement(text, SourcePosition.START, Optional.empty()));
    }
}
