package com.fataplus.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.cli.TestShell.Result;
import com.fataplus.migrations.cli.command.ExitCode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A slip never runs anything; it is answered with what was probably meant. */
class SuggestionsTest {
    @ParameterizedTest
    @CsvSource({
        "upgrad,                  upgrade",
        "ugprade,                 upgrade",
        "UPGRADE,                 upgrade",
        "up,                      upgrade",
        "hist,                    history",
        "sta,                     stamp or status",
        "crate,                   create",
        "backup lst,              list",
        "backup cr,               create",
        "prune,                   backup prune",
        "help upgrad,             upgrade",
        "help backup lst,         list",
        "upgrade --dry-rum,       --dry-run",
        "upgrade --dry,           --dry-run",
        "upgrade plot --dry-rum,  --dry-run",
        "plan --dwon,             --down",
        "status --out json,       --output",
        "status --outptu=json,    --output",
        "downgrade --revison=-1,  --revision",
        "status --output jsn,     json",
        "status --output=j,       json"
    })
    void whatWasMeantIsSuggested(String typed, String meant) {
        Result result = new TestShell().table("plot", "Add plots").type(typed.split(" "));

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("; did you mean " + meant + "?\n").contains("fix: fata");
        assertThat(result.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bananas", "status --bananas", "status --output yaml"})
    void nothingIsSuggestedWhereNothingIsNear(String typed) {
        Result result = new TestShell().type(typed.split(" "));

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).doesNotContain("did you mean");
    }

    @Test
    void aValueThatIsNoneNamesThoseThatAre() {
        assertThat(new TestShell().type("status", "--output", "yaml").err())
                .contains("--output is text or json or sarif, not 'yaml'");
    }

    @Test
    void aWordTooManyIsNamed() {
        assertThat(new TestShell().type("status", "now").err()).contains("'now' is one word too many");
    }

    @Test
    void anAbbreviationOfManyIsComparedAsAWhole() {
        assertThat(SimilarWords.of("a", List.of("ab", "abc", "abcd", "abcde"))).containsExactly("ab");
    }
}
