package com.fataplus.migrations.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of a plan is the same today, tomorrow, and in every process. */
class PlanOrderTest {
    @Test
    void isTheOneWrittenDown() throws Exception {
        assertThat(PlanOrder.text()).isEqualTo(writtenDown());
    }

    /** Each JVM has its own salt for the order of immutable sets, and here its own way to make identity hash codes, too. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3, 5})
    void isTheSameInEveryProcess(int hashCodes) throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UnlockExperimentalVMOptions",
                        "-XX:hashCode=" + hashCodes,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PlanOrder.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();

        String order = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(other.waitFor()).isZero();
        assertThat(order).isEqualTo(writtenDown());
    }

    private static String writtenDown() throws Exception {
        try (InputStream file = PlanOrderTest.class.getResourceAsStream("plan-order.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
