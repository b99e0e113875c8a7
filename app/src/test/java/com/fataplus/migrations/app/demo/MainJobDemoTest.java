package com.fataplus.migrations.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.app.FataInProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainJobDemoTest {
    @Test
    void showsTheWholeJobAndLeavesNothingBehind(@TempDir Path folder) throws Exception {
        var result = FataInProcess.withHome(
                        folder, Path.of("..").toAbsolutePath().normalize())
                .type("demo");

        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains("upgraded").contains("downgraded").contains("backup_");
        assertThat(result.err()).contains("schema verified equal");
        String served = result.out()
                .lines()
                .filter(line -> line.startsWith("Starting"))
                .findFirst()
                .orElseThrow();
        Path serverFolder = Path.of(served.replaceAll(".* in (.*) \\.\\.\\.", "$1"));
        assertThat(Files.exists(serverFolder)).isFalse();
    }
}
