package com.fataplus.migrations.filesystem.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

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
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every key: its default, and each way to set it. */
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
            versions = ["revisions", "../more"]
            recursive = true
            file_template = "{year}/{rev}.sql"
            truncate_slug_length = 20
            timezone = "Indian/Antananarivo"
            rev_id = "sequential"

            [backup]
            when = "never"
            directory = "/var/backups"
            format = "custom"
            jobs = 4
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
                        ScriptsConfig.plain(
                                "migrations",
                                ScriptsConfig.Folders.of("versions"),
                                new ScriptsConfig.NewFiles(
                                        "{rev}_{slug}.sql", 40, ScriptsConfig.IdStyle.RANDOM, ZoneId.of("UTC"))),
                        new BackupConfig(
                                BackupConfig.When.RUN,
                                "backups",
                                BackupConfig.Format.PLAIN,
                                1,
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

        assertThat(read()).isEqualTo(allChanged());
    }

    @Test
    void takesEverythingFromTheEnvironment() {
        everything().forEach((key, text) -> environment.put(key.ownVariable(), text));

        assertThat(read()).isEqualTo(allChanged());
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

        assertThat(read()).isEqualTo(allChanged());
    }

    @Test
    void takesEverythingFromOptions() {
        everything().forEach((key, text) -> options.put(key.name(), text));

        assertThat(read()).isEqualTo(allChanged());
    }

    private MigratorConfig allChanged() {
        return new MigratorConfig(
                new ConnectionConfig(
                        "db.fataplus.example",
                        6543,
                        "récolte",
                        "migrator",
                        Optional.of(new Secret("s3cret")),
                        Map.of(
                                "sslmode",
                                "verify-full",
                                "sslrootcert",
                                folder.resolve("migrations/root.crt").toString(),
                                "sslcert",
                                "/etc/ssl/client.crt",
                                "sslkey",
                                folder.resolve("client.pk8").toString()),
                        Duration.ofSeconds(3)),
                ScriptsConfig.plain(
                        "migrations",
                        new ScriptsConfig.Folders(List.of("revisions", "../more"), ScriptsConfig.Depth.RECURSIVE),
                        new ScriptsConfig.NewFiles(
                                "{year}/{rev}.sql",
                                20,
                                ScriptsConfig.IdStyle.SEQUENTIAL,
                                ZoneId.of("Indian/Antananarivo"))),
                new BackupConfig(
                        BackupConfig.When.NEVER,
                        "/var/backups",
                        BackupConfig.Format.CUSTOM,
                        4,
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
                entry(Keys.VERSIONS, "revisions:../more"),
                entry(Keys.RECURSIVE, "true"),
                entry(Keys.FILE_TEMPLATE, "{year}/{rev}.sql"),
                entry(Keys.TRUNCATE_SLUG_LENGTH, "20"),
                entry(Keys.TIMEZONE, "Indian/Antananarivo"),
                entry(Keys.REV_ID, "sequential"),
                entry(Keys.WHEN, "never"),
                entry(Keys.DIRECTORY, "/var/backups"),
                entry(Keys.FORMAT, "custom"),
                entry(Keys.JOBS, "4"),
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
