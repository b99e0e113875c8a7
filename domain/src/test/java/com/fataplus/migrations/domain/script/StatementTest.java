package com.fataplus.migrations.domain.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatementTest {
    @Test
    void isShownOnOneLine() {
        assertThat(excerpt("create table plot (\n\tid   int\n)")).isEqualTo("create table plot ( id int )");
    }

    @Test
    void isCutShort() {
        assertThat(excerpt("select '" + "a".repeat(1_000) + "'")).hasSize(70).endsWith("aaa...");
    }

    @Test
    void isNotCutWithinACharacter() {
        assertThat(excerpt("a".repeat(66) + "\uD83C\uDF3E".repeat(10))).isEqualTo("a".repeat(66) + "...");
    }

    @Test
    void saysThatMoreFollowsBlanks() {
        assertThat(excerpt("select" + " ".repeat(10_000) + "1")).isEqualTo("select ...");
    }

    @Test
    void doesNotTellPasswords() {
        assertThat(excerpt("create role app login password 'it''s secret' createdb"))
                .isEqualTo("create role app login password '***' createdb");
        assertThat(excerpt("ALTER ROLE app PASSWORD E'secret'")).isEqualTo("ALTER ROLE app PASSWORD E'***'");
        assertThat(excerpt("create user mapping for app server s options (user 'a', password 'secret')"))
                .doesNotContain("secret");
    }

    private static String excerpt(String text) {
        return new Statement(text, SourcePosition.START, Optional.empty()).excerpt();
    }
}
