package com.fataplus.migrations.filesystem.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import com.fataplus.migrations.application.config.BackupConfig;
import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.EffectiveConfig.Setting;
import com.fataplus.migrations.application.config.LedgerConfig;
import com.fataplus.migrations.application.config.MigratorConfig;
import com.fataplus.migrations.application.config.RunConfig;
import com.fataplus.migrations.application.config.ScriptsConfig;
import com.fataplus.migrations.application.config.Secret;
import com.fataplus.migrations.domain.plan.TransactionMode;
import com.fataplus.migrations.domain.script.OnFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Defaults, names and precedence. */
class FileConfigTest extends ConfigFixture {
    private static final String EVERYTHING = """
            [database]
            host = "db.fataplus.example"
            port = 6543
            name = "récolte"
            user = "migrator"
            password = "s3cret"
            sslmode = "verify-full"
            sslrootcert = "root.crt"
            sslcert = "/etc/ssl/client.crt"
            sslkey = "../client.pk8"
            connect_timeout = "3s"

            [scripts]
            versions = "revisions"
            file_template = "{year}_{rev}.sql"
            rev_id = "sequential"

            [backup]
            when = "never"
            directory = "/var/backups"
            format = "custom"
            pg_dump = "pg_dump-16"
            keep = 7
            older_than = "30d"

            [run]
            transaction = "revision"
            on_failure = "downgrade"
            lock_wait = "0s"
            lock_timeout = "2s"
            lock_retry = "1h"
            statement_timeout = "5min"

            [ledger]
            schema = "journal"
            """;

    private static final MigratorConfig ALL_CHANGED = new MigratorConfig(
            new ConnectionConfig(
                    "db.fataplus.example",
                    6543,
                    "récolte",
                    "migrator",
                    Optional.of(new Secret("s3cret")),
                    Map.of(
                            "sslmode", "verify-full",
                            "sslrootcert", "migrations/root.crt",
                            "sslcert", "/etc/ssl/client.crt",
                            "sslkey", "client.pk8"),
                    Duration.ofSeconds(3)),
            new ScriptsConfig("migrations", "revisions", "{year}_{rev}.sql", ScriptsConfig.IdStyle.SEQUENTIAL),
            new BackupConfig(
                    BackupConfig.When.NEVER,
                    "/var/backups",
                    BackupConfig.Format.CUSTOM,
                    Optional.of("pg_dump-16"),
                    Optional.of(7),
                    Optional.of(Duration.ofDays(30))),
            new RunConfig(
                    TransactionMode.REVISION,
                    OnFailure.DOWNGRADE,
                    Duration.ZERO,
                    Duration.ofSeconds(2),
                    Duration.ofHours(1),
                    Optional.of(Duration.ofMinutes(5))),
            new LedgerConfig("journal"));

    @Test
    void hasADefaultForEverything() {
        assertThat(read())
                .isEqualTo(new MigratorConfig(
                        new ConnectionConfig(
                                "localhost",
                                5432,
                                "fataplus_dev",
                                "fataplus_user",
                                Optional.empty(),
                                Map.of(),
                                Duration.ofSeconds(10)),
                        new ScriptsConfig("migrations", "versions", "{rev}_{slug}.sql", ScriptsConfig.IdStyle.RANDOM),
                        new BackupConfig(
                                BackupConfig.When.RUN,
                                "backups",
                                BackupConfig.Format.PLAIN,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()),
                        new RunConfig(
                                TransactionMode.AUTO,
                                OnFailure.AUTO,
                                Duration.ofSeconds(60),
                                Duration.ofMillis(500),
                                Duration.ofMinutes(10),
                                Optional.empty()),
                        new LedgerConfig("fata")));
    }

    @Test
    void tellsThatEverythingIsADefault() {
        assertThat(settings()).extracting(Setting::origin).containsOnly("default");
    }

    @Test
    void tellsEverySettingInTheOrderOfTheTable() {
        assertThat(settings())
                .extracting(Setting::key)
                .containsExactlyElementsOf(Keys.ALL.stream().map(Key::name).toList());
    }

    @Test
    void takesEverythingFromTheFile() throws IOException {
        file("migrations/fata.toml", EVERYTHING);

        assertThat(read()).isEqualTo(ALL_CHANGED);
    }

    @Test
    void takesEverythingFromTheEnvironment() {
        everything().forEach((key, text) -> environment.put(key.ownVariable(), text));

        assertThat(read()).isEqualTo(ALL_CHANGED);
    }

    @Test
    void takesEverythingFromTheEnvFile() throws IOException {
        StringBuilder lines = new StringBuilder();
        everything()
                .forEach((key, text) -> lines.append(key.ownVariable())
                        .append("='")
                        .append(text)
                        .append("'\n"));
        file("migrations/.env", lines.toString());

        assertThat(read()).isEqualTo(ALL_CHANGED);
    }

    @Test
    void takesEverythingFromOptions() {
        everything().forEach((key, text) -> options.put(key.name(), text));

        assertThat(read()).isEqualTo(ALL_CHANGED);
    }

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
        environment.putAll(new HashMap<>(Map.of(
                "PGHOST", "db",
                "PGPORT", "5433",
                "PGDATABASE", "farm",
                "PGUSER", "farmer",
                "PGPASSWORD", "s3cret",
                "PGSSLMODE", "require",
                "PGSSLROOTCERT", "/etc/root.crt",
                "PGSSLCERT", "client.crt",
                "PGSSLKEY", "client.pk8",
                "PGCONNECT_TIMEOUT", "3")));

        assertThat(read().connection())
                .isEqualTo(new ConnectionConfig(
                        "db",
                        5433,
                        "farm",
                        "farmer",
                        Optional.of(new Secret("s3cret")),
                        Map.of(
                                "sslmode", "require",
                                "sslrootcert", "/etc/root.crt",
                                "sslcert", "client.crt",
                                "sslkey", "client.pk8"),
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

    @Test
    void takesAnAddressApart() {
        options.put(
                "database.url", "postgresql://us%40er:p%2Fw@[::1]:6543/my%20farm?sslmode=require&connect_timeout=3");

        assertThat(read().connection())
                .isEqualTo(new ConnectionConfig(
                        "::1",
                        6543,
                        "my farm",
                        "us@er",
                        Optional.of(new Secret("p/w")),
                        Map.of("sslmode", "require"),
                        Duration.ofSeconds(3)));
    }

    @Test
    void letsOnlyTheFirstAddressCount() throws IOException {
        file("migrations/fata.toml", "[database]\nurl = \"postgres://farmer:s3cret@dev/farm\"\n");
        options.put("database.url", "postgres://production");

        assertThat(read().connection())
                .extracting(ConnectionConfig::host, ConnectionConfig::user, ConnectionConfig::password)
                .containsExactly("production", "fataplus_user", Optional.empty());
    }

    @Test
    void prefersWhatIsSetApartFromTheAddress() throws IOException {
        file("migrations/fata.toml", "[database]\nurl = \"postgres://farmer@dev/farm\"\nname = \"other\"\n");

        assertThat(read().connection().address()).isEqualTo("dev:5432/other");
    }

    @Test
    void showsNoPassword() throws IOException {
        file("migrations/fata.toml", "[database]\nurl = \"postgres://farmer:s3cret@dev/farm?password=s3cret\"\n");

        assertThat(settings()).extracting(Setting::value).noneMatch(value -> value.contains("s3cret"));
        assertThat(setting("database.url").value()).isEqualTo("postgres://farmer:********@dev/farm?password=********");
        assertThat(setting("database.password").value()).isEqualTo(Secret.MASK);
    }

    @Test
    void looksInTheWorkingDirectoryFirst() throws IOException {
        file("fata.toml", "[ledger]\nschema = \"here\"\n");
        file("migrations/fata.toml", "[ledger]\nschema = \"below\"\n");

        assertThat(read().ledger().schema()).isEqualTo("here");
        assertThat(read().scripts().directory()).isEqualTo(".");
    }

    @Test
    void followsAVariableToTheFile() throws IOException {
        file("fata.toml", "[ledger]\nschema = \"here\"\n");
        file("other dir/my.toml", "[ledger]\nschema = \"other\"\n");
        environment.put("FATA_CONFIG", "other dir/my.toml");

        assertThat(read().ledger().schema()).isEqualTo("other");
        assertThat(read().scripts().directory()).isEqualTo("other dir");
    }

    @Test
    void followsTheOptionBeforeTheVariable() throws IOException {
        file("récolte/my.toml", "[ledger]\nschema = \"other\"\n");
        environment.put("FATA_CONFIG", "nowhere.toml");
        config = Optional.of("récolte/my.toml");

        assertThat(read().ledger().schema()).isEqualTo("other");
    }

    @Test
    void takesRevisionsInTheWorkingDirectoryForTheProject() throws IOException {
        Files.createDirectory(folder.resolve("versions"));

        assertThat(read().scripts().directory()).isEqualTo(".");
    }

    @Test
    void readsTheEnvFileBesideTheFileOnly() throws IOException {
        file("migrations/fata.toml", "");
        file(".env", "POSTGRES_HOST=elsewhere\n");

        assertThat(read().connection().host()).isEqualTo("localhost");
    }

    private static Map<Key<?>, String> everything() {
        return Map.ofEntries(
                entry(Keys.HOST, "db.fataplus.example"),
                entry(Keys.PORT, "6543"),
                entry(Keys.NAME, "récolte"),
                entry(Keys.USER, "migrator"),
                entry(Keys.PASSWORD, "s3cret"),
                entry(Keys.SSLMODE, "verify-full"),
                entry(Keys.SSLROOTCERT, "migrations/root.crt"),
                entry(Keys.SSLCERT, "/etc/ssl/client.crt"),
                entry(Keys.SSLKEY, "client.pk8"),
                entry(Keys.CONNECT_TIMEOUT, "3s"),
                entry(Keys.VERSIONS, "revisions"),
                entry(Keys.FILE_TEMPLATE, "{year}_{rev}.sql"),
                entry(Keys.REV_ID, "sequential"),
                entry(Keys.WHEN, "never"),
                entry(Keys.DIRECTORY, "/var/backups"),
                entry(Keys.FORMAT, "custom"),
                entry(Keys.PG_DUMP, "pg_dump-16"),
                entry(Keys.KEEP, "7"),
                entry(Keys.OLDER_THAN, "30d"),
                entry(Keys.TRANSACTION, "revision"),
                entry(Keys.ON_FAILURE, "downgrade"),
                entry(Keys.LOCK_WAIT, "0s"),
                entry(Keys.LOCK_TIMEOUT, "2s"),
                entry(Keys.LOCK_RETRY, "1h"),
                entry(Keys.STATEMENT_TIMEOUT, "5min"),
                entry(Keys.SCHEMA, "journal"));
    }
}
