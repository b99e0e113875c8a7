package com.fataplus.migrations.filesystem.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of settings that are wrong. */
class ConfigProblemsTest extends ConfigFixture {
    @Test
    void tellsEverythingAtOnce() throws IOException {
        file("migrations/fata.toml", """
                colour = "green"
                [database]
                hots = "db"
                port = 99999
                [run]
                transaction = "revison"
                lock_wait = 60
                lock_retry = "soon"
                [backups]
                keep = 3
                """);
        file("migrations/.env", "# comment\nno sense\nFATA_RUN_LOKC_WAIT=1s\n");
        environment.putAll(Map.of("POSTGRES_PORT", "high", "FATA_BACKUP_KEEP", "0", "FATA_TEST_URL", "not ours"));
        options.putAll(Map.of("run.on_failure", "pray", "run.onfailure", "stop"));

        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "migrations/fata.toml:1: there is no key 'colour'",
                        "migrations/fata.toml:3: there is no key 'database.hots'; did you mean 'database.host'?",
                        "migrations/fata.toml:4: database.port takes a whole number from 1 to 65535, not '99999'",
                        "migrations/fata.toml:6: run.transaction takes one of auto, run, revision, not 'revison'",
                        "migrations/fata.toml:7: run.lock_wait is written in quotes: lock_wait = \"60s\"",
                        "migrations/fata.toml:8: run.lock_retry takes a duration as 500ms, 60s, 10min, 2h or 30d, not 'soon'",
                        "migrations/fata.toml:9: there is no table 'backups'; did you mean 'backup'?",
                        "migrations/.env:2: not of the form NAME=value",
                        "migrations/.env:3: there is no setting FATA_RUN_LOKC_WAIT; did you mean 'FATA_RUN_LOCK_WAIT'?",
                        "environment POSTGRES_PORT: database.port takes a whole number from 1 to 65535, not 'high'",
                        "environment FATA_BACKUP_KEEP: backup.keep takes a whole number from 1 on, not '0'",
                        "option run.on_failure: run.on_failure takes one of auto, downgrade, stop, not 'pray'",
                        "option run.onfailure: there is no such key; did you mean 'run.on_failure'?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "host = \"localhost\"               | 1: there is no key 'host'; did you mean 'database.host'?",
                "database = 3                       | 1: 'database' is a table: [database]",
                "[[run]]                            | 1: 'run' is a table: [run]",
                "database.port = \"5432\"           | 1: database.port is written as digits, without quotes: port = 5432",
                "database.host = true               | 1: database.host is written in quotes: host = \"localhost\"",
                "database.host = \"a b\"            | 1: database.host takes the name or address of one host (connections go over TCP), not 'a b'",
                "database.host = \"/run/postgres\"  | 1: database.host takes the name or address of one host (connections go over TCP), not '/run/postgres'",
                "database.name = \"\"               | 1: database.name takes a text, not nothing",
                "database.sslmode = \"on\"          | 1: database.sslmode takes one of disable, allow, prefer, require, verify-ca, verify-full, not 'on'",
                "database.sslcert = \"\"            | 1: database.sslcert takes a path, not nothing",
                "database.password = \"\"           | 1: database.password is empty",
                "database.connect_timeout = \"1ms\" | 1: database.connect_timeout takes a duration as 500ms, 60s, 10min, 2h or 30d, 1s at least, 24d at most, not '1ms'",
                "run.statement_timeout = \"0s\"     | 1: run.statement_timeout takes a duration as 500ms, 60s, 10min, 2h or 30d, 1ms at least, 24d at most, not '0s'",
                "run.lock_timeout = \"30d\"         | 1: run.lock_timeout takes a duration as 500ms, 60s, 10min, 2h or 30d, 24d at most, not '30d'",
                "ledger.schema = \"pg_fata\"        | 1: ledger.schema takes the name of a schema of its own, 63 bytes at most and not beginning with pg_, not 'pg_fata'",
                "backup.format = \"Plain\"          | 1: backup.format takes one of plain, custom, directory, not 'Plain'",
                "backup.keep = 1.5                  | 1: backup.keep is written as digits, without quotes: keep = 10",
                "scripts.file_template = \"a.sql\"  | 1: scripts.file_template is no file name: a revision's file name needs {rev}, which no two revisions share",
                "scripts.versions = []              | 1: scripts.versions takes one folder or several, each once, not nothing",
                "scripts.versions = 3               | 1: scripts.versions is written in quotes, or in brackets with commas between: versions = \"versions\"",
                "scripts.versions = [\"a\", 3]      | 1: scripts.versions is written in quotes, or in brackets with commas between: versions = \"versions\"",
                "scripts.versions = [\"a\", \"a\"]  | 1: scripts.versions takes one folder or several, each once, not 'a:a'",
                "scripts.versions = [\"a:b\"]       | 1: scripts.versions is written in quotes, or in brackets with commas between: versions = \"versions\"",
                "scripts.recursive = \"true\"       | 1: scripts.recursive is written true or false, without quotes: recursive = false",
                "scripts.timezone = \"Europe/Pari\" | 1: scripts.timezone takes the name of a time zone as Europe/Paris, not 'Europe/Pari'; did you mean 'Europe/Paris'?",
                "scripts.timezone = \"+03:00\"      | 1: scripts.timezone takes the name of a time zone as Europe/Paris, not '+03:00'",
                "scripts.truncate_slug_length = 0   | 1: scripts.truncate_slug_length takes a whole number from 1 to 200, not '0'",
                "scripts.file_template = \"{year}/{rev}.sql\" | 1: scripts.file_template puts files into folders, where scripts.recursive = true finds them",
                "run.lock_wait = \"1s\\nrun = 2     | 1: expected \" or a character",
                "[run                               | 1: expected ]",
            })
    void saysWhereAndWhat(String toml, String problem) throws IOException {
        file("fata.toml", toml.replace("\\n", "\n") + "\n");

        assertThat(problems()).contains("fata.toml:" + problem);
    }

    @Test
    void tellsEachProblemOnce() throws IOException {
        file("fata.toml", "database.port = 0\n");

        assertThat(problems()).hasSize(1);
    }

    @Test
    void checksTheFileEvenWhereSomethingElseHolds() throws IOException {
        file("fata.toml", "database.port = 0\n");
        options.put("database.port", "5432");

        assertThat(problems()).singleElement().asString().startsWith("fata.toml:1: database.port");
    }

    @Test
    void leavesVariablesAloneThatDoNotHold() {
        environment.put("DATABASE_URL", "mysql://root@db/app");
        environment.put("FATA_DATABASE_URL", "postgres://farmer@db/farm");

        assertThat(read().connection().address()).isEqualTo("db:5432/farm");
    }

    @Test
    void tellsKeysThatAreThereTwice() throws IOException {
        file("fata.toml", "[run]\nlock_wait = \"1s\"\nlock_wait = \"2s\"\n");

        assertThat(problems()).containsExactly("fata.toml:3: lock_wait previously defined at line 2, column 1");
    }

    @Test
    void missesTheFileThatTheOptionNames() {
        config = Optional.of("no/fata.toml");

        assertThat(problems()).containsExactly("option --config: there is no file no/fata.toml");
    }

    @Test
    void missesTheFileThatTheVariableNames() {
        environment.put("FATA_CONFIG", "no/fata.toml");

        assertThat(problems()).containsExactly("environment FATA_CONFIG: there is no file no/fata.toml");
    }

    @Test
    void saysWhyAFileCannotBeRead() throws IOException {
        Files.createDirectory(folder.resolve("fata.toml"));
        Files.createDirectory(folder.resolve(".env"));

        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "fata.toml cannot be read: is a directory", ".env cannot be read: is a directory");
    }

    @Test
    void refusesAFileOfAnotherEncoding() throws IOException {
        Files.write(folder.resolve("fata.toml"), "# é\n".getBytes(ISO_8859_1));

        assertThat(problems()).containsExactly("fata.toml:1:3: this is not UTF-8: the byte E9 does not fit here");
    }

    @Test
    void missesThePasswordFile() {
        environment.put("POSTGRES_PASSWORD_FILE", "/run/secrets/none");

        assertThat(problems())
                .containsExactly(
                        "environment POSTGRES_PASSWORD_FILE: cannot read /run/secrets/none: no such file or folder");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password = s3cret",
                "password = \"s3cret",
                "password = 's3'cret'",
                "password = \"\\s3cret\"",
                "password = [\"s3cret\"]",
                "url = \"postgres://u:s3cret@h:port/db\"",
                "url = \"postgres://u:s3cret\"",
                "url = \"postgres://u:a?s3cret@h/db\"",
                "url = \"postgres://u:a/s3cret@h/db\"",
                "url = \"postgres://u:a@s3cret@h/db\"",
                "url = \"postgres://u:%zs3cret@h/db\"",
                "url = \"postgres://u@h/db?pasword=s3cret\"",
                "url = \"postgres://u@h/db?password=s3cret&x=1\"",
                "url = \"mysql://u:s3cret@h/db\"",
                "host = \"postgres://u:s3cret@h/db\"",
                "port = \"s3cret\"",
                "sslmode = \"u:s3cret@h\""
            })
    void keepsSecretsOutOfEveryProblem(String line) throws IOException {
        file("fata.toml", "[database]\n" + line + "\n");
        file(".env", "s3cret\nPOSTGRES_PASSWORD 's3cret'\n'POSTGRES_PASSWORD=s3cret\nPOSTGRES_PASSWORD=\"s3cret\n");

        assertThat(problems())
                .hasSizeGreaterThan(2)
                .noneMatch(problem -> problem.contains("s3cret") || problem.contains("cret"));
    }
}
