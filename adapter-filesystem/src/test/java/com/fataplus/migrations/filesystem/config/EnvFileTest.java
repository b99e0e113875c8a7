package com.fataplus.migrations.filesystem.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.filesystem.config.Layer.Raw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvFileTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A=b                 | b",
                "  A = b             | b",
                "export A=b          | b",
                "A=b c  # comment    | b c",
                "A=b#c               | b#c",
                "A=# comment         | # comment",
                "A= # comment        | ``",
                "A=                  | ``",
                "A=pa$$wo\\rd        | pa$$wo\\rd",
                "A='b # c' # comment | b # c",
                "A='b\\n\"c'         | b\\n\"c",
                "A=\"b # c\"         | b # c",
                "A=\"b\\\"c\\\\d\\$\"| b\"c\\d$",
                "A=\"\\x\"           | \\x",
                "A=it's              | it's",
                "A=\"\"              | ``",
                "A=é水               | é水"
            })
    void readsAValue(String line, String value) {
        EnvFile file = EnvFile.parse(".env", line);

        assertThat(file.problems()).isEmpty();
        assertThat(file.values().get("A")).isEqualTo(new Raw(value, ".env:1"));
    }

    @Test
    void countsLines() {
        EnvFile file = EnvFile.parse("x/.env", "# one\r\n\r\nA='b\nc'\nD=e\n\n  # seven\nF=\"g\\nh\"");

        assertThat(file.values().get("A")).isEqualTo(new Raw("b\nc", "x/.env:3"));
        assertThat(file.values().get("D")).isEqualTo(new Raw("e", "x/.env:5"));
        assertThat(file.values().get("F")).isEqualTo(new Raw("g\nh", "x/.env:8"));
    }

    @Test
    void doesNotShowItsPasswords() {
        assertThat(EnvFile.parse(".env", "POSTGRES_PASSWORD=s3cret"))
                .asString()
                .doesNotContain("s3cret")
                .contains(".env:1");
    }

    @Test
    void letsTheLastOfANameCount() {
        assertThat(EnvFile.parse(".env", "A=b\nA=c\n").values().get("A")).isEqualTo(new Raw("c", ".env:2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "=b", "1A=b", "A B=c", "A='b", "A=\"b", "A='b'c", "A: b"})
    void tellsWhatItCannotRead(String line) {
        EnvFile file = EnvFile.parse(".env", "X=y\n" + line + "\nZ=z\n");

        assertThat(file.problems()).containsExactly(".env:2: not of the form NAME=value");
        assertThat(file.values()).containsOnlyKeys("X", "Z");
    }

    @Test
    void readsAKeyOfManyLines() {
        String key = "-----BEGIN-----\n" + "abcdefghijklmnop\\n\n".repeat(20_000) + "-----END-----";

        EnvFile file = EnvFile.parse(".env", "KEY=\"" + key + "\"\nA=b\n");

        assertThat(file.problems()).isEmpty();
        assertThat(file.values()).containsKey("A");
    }
}
