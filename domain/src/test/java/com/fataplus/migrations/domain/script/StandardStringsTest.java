package com.fataplus.migrations.domain.script;

import static com.fataplus.migrations.domain.script.Reading.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file means one thing, wherever it runs: a backslash in a plain string is a backslash. */
class StandardStringsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "set standard_conforming_strings = off",
                "SET standard_conforming_strings TO 'off'",
                "set local standard_conforming_strings = false",
                "set session standard_conforming_strings to 0"
            })
    void refusesToTurnThemOff(String statement) {
        assertThat(problems("-- migrate:up\n" + statement + ";\n-- migrate:down\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("script.nonstandard-strings");
                    assertThat(problem.position()).isEqualTo(new SourcePosition(2, 1));
                });
    }

    @Test
    void refusesItOutsideTransactionsToo() {
        assertThat(problems(
                        "-- migrate:up transaction:false\nset standard_conforming_strings = off;\n-- migrate:down\n"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set standard_conforming_strings = on",
                "set standard_conforming_strings to default",
                "set search_path = standard_conforming_strings",
                "select 'standard_conforming_strings', 'off'",
                "alter role farmer set standard_conforming_strings = off"
            })
    void hasNothingAgainstTheRest(String statement) {
        assertThat(problems("-- migrate:up\n" + statement + ";\n-- migrate:down\n"))
                .isEmpty();
    }
}
