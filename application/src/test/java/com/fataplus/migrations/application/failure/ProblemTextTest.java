package com.fataplus.migrations.application.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.domain.script.ScriptProblem;
import com.fataplus.migrations.domain.script.SourcePosition;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProblemTextTest {
    @Test
    void theCaretStandsUnderTheColumn() {
        assertThat(shown("select 'open;", 8)).isEqualTo("""
                        a.sql:3:8: unterminated quote
                          select 'open;
                                 ^
                          hint: close it""");
    }

    @Test
    void tabsStayTabsSoThatTheCaretLinesUp() {
        assertThat(shown("\tselect 'open;", 9)).contains("\n  \t       ^");
    }

    @Test
    void charactersBeyondTheBasicPlaneCountOnce() {
        assertThat(shown("select '\ud83c\udf3e", 9)).contains("\n          ^");
    }

    @Test
    void aVeryLongLineIsNotShown() {
        assertThat(shown("x".repeat(1000), 1)).doesNotContain("xxx");
    }

    private static String shown(String line, int column) {
        return ProblemText.of(new ScriptProblem(
                "script.unterminated-quote",
                "a.sql",
                new SourcePosition(3, column),
                "unterminated quote",
                Optional.of(line),
                Optional.of("close it")));
    }
}
