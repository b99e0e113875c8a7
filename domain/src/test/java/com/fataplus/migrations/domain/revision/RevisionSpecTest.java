package com.fataplus.migrations.domain.revision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.domain.revision.Anchor.Symbol;
import com.fataplus.migrations.domain.revision.Reading.Refused;
import com.fataplus.migrations.domain.revision.Reading.Understood;
import com.fataplus.migrations.domain.revision.RevisionSpec.Absolute;
import com.fataplus.migrations.domain.revision.RevisionSpec.Relative;
import com.fataplus.migrations.domain.revision.SpecRefusal.Malformed;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionSpecTest {
    @Test
    void readsANameAnIdMayHave() {
        assertThat(RevisionSpec.parse("4f1c"))
                .isEqualTo(new Understood<>(new Absolute("4f1c", Optional.empty(), name("4f1c"))));
    }

    @ParameterizedTest
    @CsvSource({"head, HEAD", "heads, HEADS", "base, BASE", "current, CURRENT"})
    void readsSymbols(String text, Symbol symbol) {
        assertThat(RevisionSpec.parse(text)).isEqualTo(new Understood<>(new Absolute(text, Optional.empty(), symbol)));
    }

    @Test
    void readsALine() {
        assertThat(RevisionSpec.parse("billing@head"))
                .isEqualTo(new Understood<>(new Absolute("billing@head", Optional.of(name("billing")), Symbol.HEAD)));
    }

    @Test
    void countsFromAName() {
        assertThat(RevisionSpec.parse("head-2"))
                .isEqualTo(new Understood<>(new Relative("head-2", Optional.empty(), Optional.of(Symbol.HEAD), -2)));
    }

    @Test
    void countsFromHereOnALine() {
        assertThat(RevisionSpec.parse("billing@+10"))
                .isEqualTo(new Understood<>(
                        new Relative("billing@+10", Optional.of(name("billing")), Optional.empty(), 10)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    +2foo         | a number and nothing else has to follow '+'
                    +             | a number and nothing else has to follow '+'
                    head--1       | a number and nothing else has to follow '-'
                    no-dashes     | a number and nothing else has to follow '-'
                    +0            | 0 steps lead nowhere
                    -00           | 0 steps lead nowhere
                    +9999999999   | no history has so many steps
                    ""            | a revision name cannot be empty
                    billing@      | a revision name cannot be empty
                    @head         | a revision name cannot be empty
                    a@b@c         | character '@' is not allowed in the revision name 'b@c'
                    two words     | character U+0020 is not allowed in the revision name 'two words'
                    base@head     | 'base' is a symbol and cannot name a revision
                    +1@head       | character '+' is not allowed in the revision name '+1'
                    """)
    void saysWhyATextIsNoName(String text, String reason) {
        assertThat(RevisionSpec.parse(text)).isEqualTo(new Refused<>(new Malformed(text, reason)));
    }

    private static Anchor.Name name(String text) {
        return new Anchor.Name(text);
    }
}
