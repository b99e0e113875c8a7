package com.fataplus.migrations.domain.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReparentedTest {
    private static final List<RevisionId> OTHER = List.of(new RevisionId("9be2"), new RevisionId("7aa1"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "-- Revises: 001|-- Revises: 9be2, 7aa1",
                "-- Revises: 001,002|-- Revises: 9be2, 7aa1",
                "-- Revises:|-- Revises: 9be2, 7aa1",
                "-- Revises: |-- Revises: 9be2, 7aa1 ",
                "--revises:001|--revises: 9be2, 7aa1",
                "--\tREVISES :\t001  |--\tREVISES :\t9be2, 7aa1  ",
                "   -- Revises: 001|   -- Revises: 9be2, 7aa1"
            })
    void changesTheValueAlone(String before, String after) {
        String file = "-- Add plots\n-- Revision: 4f1c\n%s\n-- Labels: a\n\n-- migrate:up\n-- Revises: 001\n";

        assertThat(reparented(file.formatted(before))).isEqualTo(file.formatted(after));
    }

    @Test
    void keepsLineEndsAndTheByteOrderMark() {
        String file =
                "\uFEFF-- Add plots\r\n--\r\n-- Revision: 4f1c\r\n-- Revises: %s\r\n\r\n-- migrate:up\r\nselect 1\r\n";

        assertThat(reparented(file.formatted("001"))).isEqualTo(file.formatted("9be2, 7aa1"));
    }

    @Test
    void refusesAHeaderThatSaysItTwice() {
        String file = """
                -- Revises: the last one
                --
                -- Revision: 4f1c
                -- Revises: 001
                """;

        assertThat(ScriptParser.reparented("a.sql", file, OTHER)).isInstanceOf(Parsed.Broken.class);
    }

    @Test
    void isReadBack() {
        String text = reparented("-- Add plots\n-- Revision: 4f1c\n-- Revises:\n\n-- migrate:up\n");

        assertThat(ScriptParser.header("a.sql", text))
                .isEqualTo(new Parsed.Sound<>(new Revision(
                        new RevisionId("4f1c"),
                        OTHER,
                        List.of(),
                        new TreeSet<>(),
                        "Add plots",
                        Optional.empty(),
                        "a.sql")));
    }

    private static String reparented(String text) {
        return switch (ScriptParser.reparented("a.sql", text, OTHER)) {
            case Parsed.Sound<String>(var changed) -> changed;
            case Parsed.Broken<String>(var problems) -> throw new AssertionError(problems.toString());
        };
    }
}
