package com.fataplus.migrations.app.endtoend;

import com.fataplus.migrations.app.FataInProcess;
import com.fataplus.migrations.application.config.ConnectionConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The server's own client, as somebody uses it who was given a script. */
record PsqlClient(Path folder, ConnectionConfig database) {
    /** Runs a script from a file; whatever psql says comes as {@code err}. */
    FataInProcess.Result run(String script) {
        try {
            Path file = Files.writeString(Files.createTempFile(folder, "script", ".sql"), script);
            ProcessBuilder psql = new ProcessBuilder(
                            "psql", "--no-psqlrc", "--quiet", "-v", "ON_ERROR_STOP=1", "-f", file.toString())
                    .redirectErrorStream(true);
            psql.environment().putAll(environment());
            Process process = psql.start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new FataInProcess.Result(process.waitFor(), "", said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, String> environment() {
        return Map.of(
                "PGHOST", database.host(),
                "PGPORT", Integer.toString(database.port()),
                "PGDATABASE", database.database(),
                "PGUSER", database.user(),
                "PGPASSWORD", database.password().orElseThrow().value(),
                "PGTZ", "Indian/Antananarivo");
    }
}
