package com.fataplus.migrations.filesystem.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {
    @ParameterizedTest
    @ValueSource(strings = {"postgres", "postgresql", "jdbc:postgresql", "postgresql+asyncpg", "postgresql+psycopg2"})
    void understandsEveryScheme(String scheme) {
        assertThat(read(scheme + "://farmer:pw@db:5433/farm").parts())
                .containsOnly(
                        entry("database.user", "farmer"),
                        entry("database.password", "pw"),
                        entry("database.host", "db"),
                        entry("database.port", "5433"),
                        entry("database.name", "farm"));
    }

    @Test
    void leavesOutWhatIsNotThere() {
        assertThat(read("postgres://").parts()).isEmpty();
        assertThat(read("postgres://db").parts()).containsOnly(entry("database.host", "db"));
        assertThat(read("postgres:///farm").parts()).containsOnly(entry("database.name", "farm"));
        assertThat(read("postgres://farmer@").parts()).containsOnly(entry("database.user", "farmer"));
    }

    @Test
    void decodesPercentSigns() {
        assertThat(read("postgres://us%40er:p%2F%3F%23%C3%A9+%25@db/my%2Ffarm").parts())
                .contains(
                        entry("database.user", "us@er"),
                        entry("database.password", "p/?#é+%"),
                        entry("database.name", "my/farm"));
    }

    @Test
    void takesSignsThatPartNothing() {
        assertThat(read("postgres://u:p:#$!^+w@db/farm").parts()).contains(entry("database.password", "p:#$!^+w"));
    }

    @Test
    void readsParameters() {
        assertThat(
                        read("jdbc:postgresql://db/farm?user=farmer&password=p%26w&sslmode=verify-full&sslrootcert=/a%20b.crt")
                                .parts())
                .containsOnly(
                        entry("database.host", "db"),
                        entry("database.name", "farm"),
                        entry("database.user", "farmer"),
                        entry("database.password", "p&w"),
                        entry("database.sslmode", "verify-full"),
                        entry("database.sslrootcert", "/a b.crt"));
    }

    @Test
    void refusesAParameterItWouldIgnore() {
        assertThat(wrong("postgres://db/farm?ssl_mode=require"))
                .contains("did you mean 'sslmode'", "connect_timeout, dbname, host");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db:5432/farm",
                "mysql://db/farm",
                "postgres:db",
                "postgres://db:port/farm",
                "postgres://one,two:3:4/farm",
                "postgres://u:p@w@db/farm",
                ""
            })
    void refusesWhatIsNoAddress(String text) {
        assertThat(wrong(text)).contains("is no PostgreSQL address");
    }

    @Test
    void refusesABrokenEscape() {
        assertThat(wrong("postgres://u:100%@db/farm")).contains("%25");
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://u:pw@db/farm, postgres://u:********@db/farm",
        "postgres://u@db/farm, postgres://u@db/farm",
        "postgres://db/farm?sslmode=require&password=pw&user=u, postgres://db/farm?sslmode=require&password=********&user=u"
    })
    void masksPasswords(String text, String masked) {
        assertThat(DatabaseUrl.masked(text)).isEqualTo(masked);
    }

    @Test
    void doesNotShowItsPassword() {
        assertThat(read("postgres://u:s3cret@db/farm"))
                .asString()
                .doesNotContain("s3cret")
                .contains("database.user");
    }

    private static DatabaseUrl read(String text) {
        Reading<DatabaseUrl> reading = DatabaseUrl.read(text);
        assertThat(reading).isInstanceOf(Reading.Sound.class);
        return ((Reading.Sound<DatabaseUrl>) reading).value();
    }

    private static String wrong(String text) {
        Reading<DatabaseUrl> reading = DatabaseUrl.read(text);
        assertThat(reading).isInstanceOf(Reading.Wrong.class);
        return ((Reading.Wrong<DatabaseUrl>) reading).why();
    }
}
