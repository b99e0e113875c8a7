package com.fataplus.migrations.postgres.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parser that our build makes says word for word what the published one says. */
class SameAnswersTest {
    private static LibPgQuery ours;
    private static LibPgQuery published;

    @BeforeAll
    static void start() {
        ours = LibPgQuery.start();
        published = new LibPgQuery(new PublishedModule());
    }

    @ParameterizedTest
    @ValueSource(strings = {"valid.sql", "plpgsql.sql", "invalid.sql", "plpgsql-invalid.sql"})
    void sameTreesErrorsAndPlaces(String file) {
        assertThat(Corpus.statements(file)).allSatisfy(statement -> {
            assertThat(ours.parse(statement)).isEqualTo(published.parse(statement));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"plpgsql.sql", "plpgsql-invalid.sql"})
    void samePlPgSql(String file) {
        assertThat(Corpus.statements(file)).allSatisfy(statement -> {
            assertThat(ours.parsePlPgSql(statement)).isEqualTo(published.parsePlPgSql(statement));
        });
    }

    @ParameterizedTest
    @MethodSource("nested")
    void sameWhereItGetsDeep(String sql) {
        assertThat(DeepStack.call(() -> ours.parse(sql))).isEqualTo(DeepStack.call(() -> published.parse(sql)));
    }

    static Stream<String> nested() {
        return Stream.of(
                "select " + "(".repeat(500) + "1" + ")".repeat(500),
                "select 1" + " + 1".repeat(500),
                "select " + "case when a then 1 else ".repeat(200) + "0" + " end".repeat(200),
                "select " + "(".repeat(10_000));
    }
}
