package com.fataplus.migrations.filesystem.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.EffectiveConfig.Setting;
import com.fataplus.migrations.application.config.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which of several places holds, and what the environment calls things. */
class ConfigOriginsTest extends ConfigFixture {
    @Test
    void prefersOptionThenEnvironmentThenEnvFileThenFile() throws IOException {
        file("migrations/fata.toml", """
                [run]
                lock_wait = "1s"
                lock_timeout = "1s"
                lock_retry = "1s"
                statement_timeout = "1s"
                """);
        file("migrations/.env", "FATA_RUN_LOCK_TIMEOUT=2s\nFATA_RUN_LOCK_RETRY=2s\nFATA_RUN_STATEMENT_TIMEOUT=2s\n");
        environment.putAll(Map.of("FATA_RUN_LOCK_RETRY", "3s", "FATA_RUN_STATEMENT_TIMEOUT", "3s"));
        options.put("run.statement_timeout", "4s");

        assertThat(settings())
                .extracting(Setting::key, Setting::value, Setting::origin)
                .contains(
                        tuple("run.lock_wait", "1s", "migrations/fata.toml:2"),
                        tuple("run.lock_timeout", "2s", "migrations/.env:1"),
                        tuple("run.lock_retry", "3s", "environment FATA_RUN_LOCK_RETRY"),
                        tuple("run.statement_timeout", "4s", "option run.statement_timeout"),
                        tuple("run.transaction", "auto", "default"));
    }

    @Test
    void understandsTheNamesOfThePostgresImage() {
        environment.putAll(Map.of(
                "POSTGRES_HOST", "db",
                "POSTGRES_PORT", "5433",
                "POSTGRES_DB", "farm",
                "POSTGRES_USER", "farmer",
                "POSTGRES_PASSWORD", "s3cret"));

        assertThat(read().connection())
                .isEqualTo(new ConnectionConfig(
                        "db",
                        5433,
                        "farm",
                        "farmer",
                        Optional.of(new Secret("s3cret")),
                        Map.of(),
                        Duration.ofSeconds(10)));
    }

    @Test
    void understandsTheNamesOfLibpq() {
        environment.putAll(Map.of(
                "PGHOST", "db",
                "PGPORT", "5433",
                "PGDATABASE", "farm",
                "PGUSER", "farmer",
                "PGPASSWORD", "s3cret",
                "PGSSLMODE", "require",
                "PGSSLROOTCERT", "/etc/root.crt",
                "PGSSLCERT", "client.crt",
                "PGSSLKEY", "client.pk8",
                "PGCONNECT_TIMEOUT", "3"));

        assertThat(read().connection())
                .isEqualTo(new ConnectionConfig(
                        "db",
                        5433,
                        "farm",
                        "farmer",
                        Optional.of(new Secret("s3cret")),
                        Map.of(
                                "sslmode",
                                "require",
                                "sslrootcert",
                                "/etc/root.crt",
                                "sslcert",
                                folder.resolve("client.crt").toString(),
                                "sslkey",
                                folder.resolve("client.pk8").toString()),
                        Duration.ofSeconds(3)));
    }

    @Test
    void prefersOurNamesThenTheImagesThenTheAddressThenLibpqs() {
        environment.putAll(Map.of(
                "PGHOST", "libpq",
                "PGPORT", "1",
                "PGDATABASE", "libpq",
                "PGUSER", "libpq",
                "DATABASE_URL", "postgres://address:pw@address:2/"));
        environment.putAll(Map.of("POSTGRES_PORT", "3", "POSTGRES_USER", "image", "FATA_DATABASE_USER", "ours"));

        assertThat(settings())
                .extracting(Setting::key, Setting::value, Setting::origin)
                .contains(
                        tuple("database.name", "libpq", "environment PGDATABASE"),
                        tuple("database.host", "address", "environment DATABASE_URL"),
                        tuple("database.port", "3", "environment POSTGRES_PORT"),
                        tuple("database.user", "ours", "environment FATA_DATABASE_USER"));
    }

    @Test
    void prefersEachNameOfTheEnvironmentToThoseOfTheEnvFile() throws IOException {
        file("migrations/.env", "FATA_DATABASE_HOST=file\n");
        environment.put("PGHOST", "environment");

        assertThat(read().connection().host()).isEqualTo("environment");
    }

    @Test
    void takesAnEmptyVariableForNone() throws IOException {
        file("migrations/.env", "POSTGRES_USER=\n");
        environment.putAll(Map.of("POSTGRES_HOST", "", "FATA_CONFIG", ""));

        assertThat(read().connection().address()).isEqualTo("localhost:5432/fataplus_dev");
        assertThat(read().connection().user()).isEqualTo("fataplus_user");
    }

    @Test
    void readsAPasswordFromAFileOfItsOwn() throws IOException {
        file("run/secrets/password", "s3cret \n");
        environment.put("POSTGRES_PASSWORD_FILE", "run/secrets/password");

        assertThat(read().connection().password()).contains(new Secret("s3cret "));
        assertThat(setting("database.password"))
                .isEqualTo(new Setting("database.password", Secret.MASK, "environment POSTGRES_PASSWORD_FILE"));
    }

    @Test
    void prefersAPasswordToItsFile() throws IOException {
        file("password", "from file");
        environment.putAll(Map.of("POSTGRES_PASSWORD_FILE", "password", "POSTGRES_PASSWORD", "direct"));

        assertThat(read().connection().password()).contains(new Secret("direct"));
    }
}
