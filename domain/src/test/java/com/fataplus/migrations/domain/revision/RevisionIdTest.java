package com.fataplus.migrations.domain.revision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"001", "4f1c2a9be07d", "add_plots", "2026.11", "récolte"})
    void namesMayBe(String text) {
        assertThat(RevisionId.problemWith(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "head",
                "heads",
                "base",
                "current",
                "../x",
                "-rf",
                "a b",
                "a\u00a0b",
                "a@b",
                "a:b",
                "a+b",
                "a/b",
                "a\\b",
                ".hidden",
                "a\nb",
                "a*b",
                "a\"b",
                "a'b",
                "a;b",
                "$(x)"
            })
    void namesMayNotBe(String text) {
        assertThat(RevisionId.problemWith(text)).isPresent();
    }

    @Test
    void theLongestNameHas128Characters() {
        assertThat(RevisionId.problemWith("x".repeat(128))).isEmpty();
        assertThat(RevisionId.problemWith("x".repeat(129)).orElseThrow()).contains("at most 128", "has 129");
    }

    @Test
    void anInvisibleCharacterIsShownByItsNumber() {
        assertThat(RevisionId.problemWith("a\u00a0b").orElseThrow()).contains("U+00A0");
    }
}
