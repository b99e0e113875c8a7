package com.fataplus.migrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlLiteralTest extends PostgresScenarios {
    private static final String ODD = "O'Hara \\ \"$up$\" :x\r\n\t水田 \uD83C\uDF3E $";

    @Test
    void isReadBackAsItWas() {
        assertThat(server().value("select " + SqlLiteral.of(ODD))).isEqualTo(ODD);
        assertThat(server().value("select (" + SqlLiteral.array(List.of("a", ODD)) + "::text[])[2]"))
                .isEqualTo(ODD);
        assertThat(server().value("select cardinality(" + SqlLiteral.array(List.of()) + "::text[])"))
                .isEqualTo("0");
        assertThat(SqlLiteral.of(Optional.empty())).isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {ODD, "", "$", "$up", "x$up$y$up1$", "$$", "ends in $up"})
    void findsADollarQuoteThatTheTextDoesNotHave(String text) {
        assertThat(server().value("select " + SqlLiteral.dollarQuoted("up", text)))
                .isEqualTo(text);
    }
}
