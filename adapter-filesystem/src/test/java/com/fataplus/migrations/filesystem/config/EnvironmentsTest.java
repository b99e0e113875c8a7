package com.fataplus.migrations.filesystem.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.config.BackupConfig;
import com.fataplus.migrations.application.config.EffectiveConfig.Setting;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several databases in one fata.toml. */
class EnvironmentsTest extends ConfigFixture {
    @BeforeEach
    void writesTwoOfThem() throws IOException {
        file("fata.toml", """
                [database]
                host = "localhost"
                user = "farmer"

                [backup]
                when = "never"

                [environments.staging]
                database.host = "staging"

                [environments.production.database]
                url = "postgres://migrator@production/farm"

                [environments.production.backup]
                when = "run"
                """);
    }

    @Test
    void holdNothingWhileNoneIsChosen() {
        assertThat(read().connection().host()).isEqualTo("localhost");
        assertThat(settings()).extracting(Setting::key).doesNotContain("environment");
    }

    @Test
    void goBeforeTheRestOfTheFile() {
        chosen = Optional.of("staging");

        assertThat(read().connection().host()).isEqualTo("staging");
        assertThat(read().connection().user()).isEqualTo("farmer");
        assertThat(read().backup().when()).isEqualTo(BackupConfig.When.NEVER);
    }

    @Test
    void haveAnAddressThatGoesBeforeTheRestOfTheFile() {
        chosen = Optional.of("production");

        assertThat(read().connection().address()).isEqualTo("production:5432/farm");
        assertThat(read().connection().user()).isEqualTo("migrator");
        assertThat(read().backup().when()).isEqualTo(BackupConfig.When.RUN);
    }

    @Test
    void giveWayToVariablesAndOptions() {
        chosen = Optional.of("staging");
        environment.put("POSTGRES_USER", "operator");
        options.put("database.host", "here");

        assertThat(read().connection().host()).isEqualTo("here");
        assertThat(read().connection().user()).isEqualTo("operator");
    }

    @Test
    void sayWhereTheirValuesComeFrom() {
        chosen = Optional.of("staging");

        assertThat(setting("environment")).isEqualTo(new Setting("environment", "staging", "option --env"));
        assertThat(setting("database.host"))
                .isEqualTo(new Setting("database.host", "staging", "fata.toml:9 (staging)"));
        assertThat(setting("database.user").origin()).isEqualTo("fata.toml:3");
    }

    @Test
    void areChosenByTheEnvironment() {
        environment.put("FATA_ENV", "staging");

        assertThat(read().connection().host()).isEqualTo("staging");
        assertThat(setting("environment").origin()).isEqualTo("environment FATA_ENV");
    }

    @Test
    void areChosenByTheEnvFile() throws IOException {
        file(".env", "FATA_ENV=staging\n");

        assertThat(read().connection().host()).isEqualTo("staging");
        assertThat(setting("environment").origin()).isEqualTo(".env:1");
    }

    @Test
    void areChosenByTheOptionFirst() {
        environment.put("FATA_ENV", "production");
        chosen = Optional.of("staging");

        assertThat(read().connection().host()).isEqualTo("staging");
    }

    @Test
    void areListedWhereTheChosenOneIsUnknown() {
        chosen = Optional.of("stagin");

        assertThat(problems())
                .containsExactly("option --env: there is no environment 'stagin'; did you mean 'staging'?;"
                        + " fata.toml has staging, production");
    }

    @Test
    void areMissedWhereThereAreNone() throws IOException {
        file("fata.toml", "");
        environment.put("FATA_ENV", "production");

        assertThat(problems())
                .containsExactly("environment FATA_ENV: there is no environment 'production';"
                        + " begin one in fata.toml: [environments.production.database]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "environments = 3                     | fata.toml:1: 'environments' is a table: [environments]",
                "environments.a = 3                   | fata.toml:1: an environment is a table: [environments.a.database]",
                "environments.a.database.prot = 1     | fata.toml:1 (a): there is no key 'database.prot'; did you mean 'database.port'?",
                "environments.a.databse.port = 1      | fata.toml:1 (a): an environment has no table 'databse'; did you mean 'database'?",
                "environments.a.host = 'x'            | fata.toml:1 (a): an environment has no key 'host'; did you mean 'database.host'?",
                "environments.a.database.port = 0     | fata.toml:1 (a): database.port takes a whole number from 1 to 65535, not '0'",
                "environments.a.hooks.x = ['x']       | fata.toml:1 (a): an environment has no table 'hooks'; did you mean 'hooks'?",
                "environment.a.database.port = 1      | fata.toml:1: there is no table 'environment'; did you mean 'environments'?",
            })
    void areCheckedThoughNobodyChoseThem(String toml, String problem) throws IOException {
        file("fata.toml", toml + "\n");

        assertThat(problems()).contains(problem);
    }
}
