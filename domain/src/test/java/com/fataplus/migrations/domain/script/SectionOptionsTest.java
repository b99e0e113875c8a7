package com.fataplus.migrations.domain.script;

import static com.fataplus.migrations.domain.script.Reading.problems;
import static com.fataplus.migrations.domain.script.Reading.script;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SectionOptionsTest {
    @Test
    void readsAllOptions() {
        assertThat(options("transaction:false timeout:5min\tlock_timeout:2s  on_failure:stop"))
                .isEqualTo(new SectionOptions(
                        Execution.STATEMENT_BY_STATEMENT,
                        Optional.of(Duration.ofMinutes(5)),
                        Optional.of(Duration.ofSeconds(2)),
                        Optional.of(OnFailure.STOP)));
    }

    @Test
    void readsTheOptionsOfEachSection() {
        MigrationScript script = script("-- migrate:up timeout:1s\n-- migrate:down timeout:2s\n");

        assertThat(script.up().options().timeout()).contains(Duration.ofSeconds(1));
        assertThat(script.section(Direction.DOWN).orElseThrow().options().timeout())
                .contains(Duration.ofSeconds(2));
    }

    @Test
    void acceptsWhatIsTheDefaultAnyway() {
        assertThat(options("transaction:true")).isEqualTo(SectionOptions.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "0s, PT0S",
        "2s, PT2S",
        "5min, PT5M",
        "1h, PT1H",
        "24d, PT576H",
        "2147483647ms, PT596H31M23.647S"
    })
    void readsDurations(String written, Duration meant) {
        assertThat(options("timeout:" + written).timeout()).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "5m",
                "min",
                "1.5s",
                "-1s",
                "5 min",
                "5S",
                "25d",
                "2147483648ms",
                "99999999999s",
                "99999999999999999999s",
                "٥s"
            })
    void refusesOtherDurations(String written) {
        assertThat(problems("-- migrate:up lock_timeout:" + written + "\n-- migrate:down"))
                .first()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("script.bad-option");
                    assertThat(problem.position()).isEqualTo(new SourcePosition(1, 28));
                    assertThat(problem.hint()).get().asString().contains("5min");
                });
    }

    @ParameterizedTest
    @EnumSource
    void readsTheWaysBack(OnFailure onFailure) {
        String written = onFailure.name().toLowerCase(Locale.ROOT);

        assertThat(options("on_failure:" + written).onFailure()).contains(onFailure);
    }

    @Test
    void refusesAnotherWayBack() {
        assertThat(problems("-- migrate:up on_failure:restore\n-- migrate:down"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("script.bad-option");
                    assertThat(problem.hint()).contains("write auto, downgrade or stop");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "False", "", "0"})
    void refusesAnotherTransaction(String value) {
        assertThat(problems("-- migrate:up transaction:" + value + "\n-- migrate:down"))
                .extracting(ScriptProblem::code)
                .containsExactly("script.bad-option");
    }

    @ParameterizedTest
    @CsvSource({
        "transacton:false, transaction",
        "Transaction:false, transaction",
        "tiemout:5s, timeout",
        "lock-timeout:5s, lock_timeout",
        "locktimeout:5s, lock_timeout",
        "on_failur:stop, on_failure"
    })
    void suggestsTheOptionThatWasMeant(String written, String meant) {
        assertThat(problems("-- migrate:up\n-- migrate:down " + written))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("script.unknown-option");
                    assertThat(problem.position()).isEqualTo(new SourcePosition(2, 17));
                    assertThat(problem.hint()).contains("did you mean '" + meant + "'?");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch:true", "--", "because", ":x"})
    void ignoresNothing(String word) {
        assertThat(problems("-- migrate:up " + word + "\n-- migrate:down"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("script.unknown-option");
                    assertThat(problem.hint())
                            .get()
                            .asString()
                            .contains("transaction, timeout, lock_timeout, on_failure");
                });
    }

    @Test
    void refusesAnOptionWithoutValue() {
        assertThat(problems("-- migrate:up timeout\n-- migrate:down"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("script.bad-option");
                    assertThat(problem.message()).contains("needs a value");
                });
    }

    @Test
    void refusesAnEqualsSign() {
        assertThat(problems("-- migrate:up timeout=5s\n-- migrate:down"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("script.bad-option");
                    assertThat(problem.hint()).contains("write timeout:value");
                });
    }

    @Test
    void refusesAnOptionTwice() {
        assertThat(problems("-- migrate:up timeout:1s timeout:1s\n-- migrate:down"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("script.duplicate-option");
                    assertThat(problem.position()).isEqualTo(new SourcePosition(1, 26));
                });
    }

    private static SectionOptions options(String words) {
        return script("-- migrate:up " + words + "\n-- migrate:down\n").up().options();
    }
}
