package com.fataplus.migrations.postgres.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorpusTest {
    private final LibPgQuery parser = LibPgQuery.start();

    @ParameterizedTest
    @CsvSource({"valid.sql, 190", "plpgsql.sql, 40"})
    void acceptsWhatPostgresAccepts(String file, int statements) {
        assertThat(Corpus.statements(file)).hasSizeGreaterThanOrEqualTo(statements);
        assertThat(verdicts(file, verdict -> !(verdict instanceof Verdict.Sound)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"invalid.sql, 50", "plpgsql-invalid.sql, 15"})
    void refusesWhatPostgresRefuses(String file, int statements) {
        assertThat(Corpus.statements(file)).hasSizeGreaterThanOrEqualTo(statements);
        assertThat(verdicts(file, verdict -> !(verdict instanceof Verdict.Refused)))
                .isEmpty();
    }

    private List<String> verdicts(String file, Predicate<Verdict> unexpected) {
        return Corpus.statements(file).stream()
                .filter(statement -> unexpected.test(StatementCheck.of(parser, statement)))
                .map(statement -> StatementCheck.of(parser, statement) + ": " + statement)
                .toList();
    }
}
