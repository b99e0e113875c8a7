package com.fataplus.migrations.domain.script;

import static com.fataplus.migrations.domain.script.Reading.script;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.domain.revision.Checksum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptChecksumTest {
    private static final String FILE = "-- A message\n\n-- migrate:up\nselect 1,\n  2;\n\n-- migrate:down\nselect 3;\n";

    /** Ledgers keep checksums: should this test ever fail, every applied revision would look edited. */
    @Test
    void staysTheSameForEver() {
        assertThat(script(FILE).checksum())
                .isEqualTo(new Checksum("0b057e57e974c77b1aad3c2b1686f1ce18d4b9f33dcfa78dfd8ec4f599822971"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- Another message\n-- more\n-- migrate:up\nselect 1,\n  2;\n\n-- migrate:down\nselect 3;\n",
                "-- A message\r\n\r\n-- migrate:up\r\nselect 1,\r\n  2;\r\n\r\n-- migrate:down\r\nselect 3;\r\n",
                "-- migrate:up  \nselect 1, \t\n  2;\n-- migrate:down\nselect 3;",
                "-- migrate:up\n\n \nselect 1,\n  2;\n\n\n\n  -- migrate:down\n\nselect 3;\n\n\t\n",
                "\uFEFF-- migrate:up\nselect 1,\n  2;\n-- migrate:down\nselect 3;"
            })
    void overlooksWhatChangesNoWork(String same) {
        assertThat(script(same).checksum()).isEqualTo(script(FILE).checksum());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- migrate:up\nselect 1,\n 2;\n-- migrate:down\nselect 3;\n",
                "-- migrate:up\nselect 1,\n\n  2;\n-- migrate:down\nselect 3;\n",
                "-- migrate:up\nselect 1,\n  2; -- why\n-- migrate:down\nselect 3;\n",
                "-- migrate:up transaction:false\nselect 1,\n  2;\n-- migrate:down\nselect 3;\n",
                "-- migrate:up\nselect 1,\n  2;\n-- migrate:down\nselect 4;\n",
                "-- migrate:up\nselect 1,\n  2;\n-- migrate:down timeout:1s\nselect 3;\n",
                "-- migrate:up\nselect 1,\n  2;\n-- migrate:down irreversible: gone\n",
                "-- migrate:up\n-- migrate:down\nselect 1,\n  2;\nselect 3;\n"
            })
    void noticesOtherChanges(String other) {
        assertThat(script(other).checksum()).isNotEqualTo(script(FILE).checksum());
    }

    @Test
    void noticesAnotherReason() {
        assertThat(script("-- migrate:up\n-- migrate:down irreversible: a\n").checksum())
                .isNotEqualTo(script("-- migrate:up\n-- migrate:down irreversible: b\n")
                        .checksum());
    }
}
