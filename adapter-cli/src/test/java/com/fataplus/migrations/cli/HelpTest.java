package com.fataplus.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "init",
                "revision",
                "create",
                "upgrade",
                "downgrade",
                "plan",
                "status",
                "current",
                "history",
                "heads",
                "show",
                "stamp",
                "validate",
                "config",
                "demo",
                "backup",
                "backup create",
                "backup list",
                "backup show",
                "backup prune"
            })
    void everyCommandExplainsItselfWithAnExample(String command) {
        TestShell.Result result = new TestShell().type((command + " --help").split(" "));

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("Usage: fata").contains("Example");
    }
}
