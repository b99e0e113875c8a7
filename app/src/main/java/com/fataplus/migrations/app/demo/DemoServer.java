package com.fataplus.migrations.app.demo;

import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.RunFailure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A PostgreSQL server that lives in one folder and ends with it. Its major is the newest that the pg_dump of the oldest Debian we support (12,
 * with pg_dump 15) can dump.
 */
final class DemoServer implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final EmbeddedPostgres postgres;

    private DemoServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static DemoServer start(Path folder) {
        // The library unpacks the server's binaries below this folder, which goes away with the demo.
        System.setProperty("ot.epg.working-dir", folder.resolve("postgres").toString());
        Redirect log = Redirect.appendTo(folder.resolve("server.log").toFile());
        try {
            return new DemoServer(EmbeddedPostgres.builder()
                    .setDataDirectory(folder.resolve("data"))
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .setLocaleConfig("locale", "C")
                    .setServerConfig("unix_socket_directories", "")
                    .setPGStartupWait(LONGEST_START)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start PostgreSQL, see " + folder.resolve("server.log"), e);
        } catch (IllegalStateException shuttingDown) {
            // A signal came meanwhile: the library has started the server, and can no longer see to its end.
            endWhateverRuns();
            throw new MigrationException(new RunFailure.Cancelled("a signal asked to"), shuttingDown);
        }
    }

    /** It is the only program that we started so far, and nothing in its data is worth an orderly shutdown. */
    private static void endWhateverRuns() {
        ProcessHandle.current().descendants().toList().forEach(server -> {
            server.destroyForcibly();
            server.onExit().join();
        });
    }

    /** The environment of somebody who uses this server. */
    Map<String, String> environment() {
        return Map.of(
                "POSTGRES_HOST", "localhost",
                "POSTGRES_PORT", Integer.toString(postgres.getPort()),
                "POSTGRES_DB", "postgres",
                "POSTGRES_USER", "postgres");
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
