package com.fataplus.migrations.filesystem.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.config.EffectiveConfig.Setting;
import com.fataplus.migrations.application.config.Hook;
import com.fataplus.migrations.domain.script.Placeholders;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables whose keys are the user's own. */
class HooksAndPlaceholdersTest extends ConfigFixture {
    @Test
    void hooksKeepTheirOrder() throws IOException {
        file("fata.toml", "[hooks]\nzebra = [\"pg_format\", \"--inplace\", \"{file}\"]\nant = [\"./check\"]\n");

        assertThat(read().scripts().hooks())
                .containsExactly(
                        new Hook("zebra", List.of("pg_format", "--inplace", "{file}")),
                        new Hook("ant", List.of("./check")));
        assertThat(setting("hooks.zebra"))
                .isEqualTo(new Setting("hooks.zebra", "pg_format --inplace {file}", "fata.toml:2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x = \"pg_format {file}\"", "x = []", "x = [1]", "x = [\"\"]", "x = true"})
    void aHookIsAProgramAndItsArguments(String line) throws IOException {
        file("fata.toml", "[hooks]\n" + line + "\n");

        assertThat(problems())
                .containsExactly("fata.toml:2: a hook is a program and its arguments:"
                        + " x = [\"pg_format\", \"--inplace\", \"{file}\"]");
    }

    @Test
    void placeholdersAreOffWithoutTheirTable() {
        assertThat(read().scripts().placeholders()).isEmpty();
    }

    @Test
    void anEmptyTableSwitchesPlaceholdersOn() throws IOException {
        file("fata.toml", "[placeholders]\n");

        assertThat(read().scripts().placeholders()).contains(new Placeholders(new TreeMap<>()));
    }

    @Test
    void placeholdersAreOverriddenFromTheOutsideIn() throws IOException {
        file("fata.toml", """
                [placeholders]
                a = "file"
                b = "file"
                c = "file"
                d = "file"
                e = "file"
                [environments.staging.placeholders]
                b = "staging"
                c = "staging"
                d = "staging"
                e = "staging"
                f = "staging"
                """);
        file(".env", "FATA_PLACEHOLDER_C=.env\nFATA_PLACEHOLDER_D=.env\nFATA_PLACEHOLDER_E=.env\n");
        environment.putAll(Map.of("FATA_PLACEHOLDER_D", "environment", "FATA_PLACEHOLDER_E", "environment"));
        placeholders.putAll(Map.of("e", "option", "g", "option"));
        chosen = Optional.of("staging");

        assertThat(read().scripts().placeholders().orElseThrow().values())
                .isEqualTo(Map.of(
                        "a",
                        "file",
                        "b",
                        "staging",
                        "c",
                        ".env",
                        "d",
                        "environment",
                        "e",
                        "option",
                        "f",
                        "staging",
                        "g",
                        "option"));
        assertThat(setting("placeholders.a").origin()).isEqualTo("fata.toml:2");
        assertThat(setting("placeholders.b").origin()).isEqualTo("fata.toml:8 (staging)");
        assertThat(setting("placeholders.e").origin()).isEqualTo("option -x e");
    }

    @Test
    void aValueForAPlaceholderNeedsThemToBeOn() {
        placeholders.put("schema", "farm");
        environment.put("FATA_PLACEHOLDER_OWNER", "anna");

        assertThat(problems())
                .containsExactly(
                        "environment FATA_PLACEHOLDER_OWNER: placeholders are off: write [placeholders] in fata.toml",
                        "option -x schema: placeholders are off: write [placeholders] in fata.toml");
    }

    @Test
    void aVariableNeedsItsPlaceholder() throws IOException {
        file("fata.toml", "[placeholders]\nschema = \"farm\"\n");
        environment.put("FATA_PLACEHOLDER_SHEMA", "ranch");

        assertThat(problems())
                .containsExactly("environment FATA_PLACEHOLDER_SHEMA: there is no placeholder 'shema' in fata.toml;"
                        + " did you mean 'schema'?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "placeholders = 1       | fata.toml:1: 'placeholders' is a table: [placeholders]",
                "placeholders.a = 1     | fata.toml:1: the value of a placeholder is a text: a = \"...\"",
                "placeholders.a-b = 'x' | fata.toml:1: 'a-b' names no placeholder: letters, digits and _ do",
                "placeholders.1 = 'x'   | fata.toml:1: '1' names no placeholder: letters, digits and _ do",
                "placeholder.a = 'x'    | fata.toml:1: there is no table 'placeholder'; did you mean 'placeholders'?"
            })
    void tellsWhatIsWrong(String toml, String problem) throws IOException {
        file("fata.toml", toml + "\n");

        assertThat(problems()).containsExactly(problem);
    }
}
