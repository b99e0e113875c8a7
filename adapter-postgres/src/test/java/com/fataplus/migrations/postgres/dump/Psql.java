package com.fataplus.migrations.postgres.dump;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.port.DatabaseDump.DumpTool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Loads a dump the way its users would. */
record Psql(Path program) {
    static Psql beside(DumpTool dump) {
        return new Psql(Path.of(dump.program()).resolveSibling("psql"));
    }

    void load(String dump, ConnectionConfig into) throws IOException, InterruptedException {
        Path file = Files.createTempFile("dump", ".sql");
        try {
            Files.writeString(file, dump);
            ProcessBuilder psql = new ProcessBuilder(
                            program.toString(),
                            "--no-psqlrc",
                            "--quiet",
                            "-v",
                            "ON_ERROR_STOP=1",
                            "-f",
                            file.toString())
                    .redirectErrorStream(true);
            psql.environment().putAll(LibpqEnvironment.of(into, "the test itself", System.getenv()));
            Process process = psql.start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.waitFor()).as(output).isZero();
        } finally {
            Files.delete(file);
        }
    }
}
