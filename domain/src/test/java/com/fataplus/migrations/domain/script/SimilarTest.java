package com.fataplus.migrations.domain.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SimilarTest {
    private static final List<String> NAMES = List.of("transaction", "timeout", "up");

    @Test
    void findsTheNearest() {
        assertThat(Similar.to("tmieout", NAMES)).contains("timeout");
        assertThat(Similar.to("TIMEOUT", NAMES)).contains("timeout");
        assertThat(Similar.to("pu", NAMES)).contains("up");
    }

    @Test
    void findsNothingFarAway() {
        assertThat(Similar.to("batch", NAMES)).isEmpty();
        assertThat(Similar.to("", NAMES)).isEmpty();
        assertThat(Similar.to("ab", NAMES)).isEmpty();
        assertThat(Similar.to("t".repeat(1_000_000), NAMES)).isEmpty();
    }
}
