package com.fataplus.migrations.filesystem.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.config.EffectiveConfig.Setting;
import com.fataplus.migrations.application.config.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose password a line is. */
class PasswordFileTest extends ConfigFixture {
    @BeforeEach
    void livesSomewhere() {
        environment.putAll(Map.of(
                "HOME", folder.resolve("home").toString(),
                "POSTGRES_HOST", "db",
                "POSTGRES_DB", "farm:1",
                "POSTGRES_USER", "anna\\b"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "db:5432:farm\\:1:anna\\\\b:s3cret | s3cret",
                "*:*:*:*:s3cret                  | s3cret",
                "db:*:*:*:with:colons\\:and\\\\more | with:colons:and\\more",
                "db:*:*:*: blanks                | ' blanks'"
            })
    void isThatOfTheFirstThatFits(String line, String password) throws IOException {
        passwords(
                "home/.pgpass",
                "# db:*:*:*:remark\nother:*:*:*:no\ndb:1:*:*:no\nnonsense\n" + line + "\n*:*:*:*:late\n");

        assertThat(read().connection().password()).contains(new Secret(password.replace("'", "")));
        assertThat(setting("database.password"))
                .isEqualTo(new Setting("database.password", Secret.MASK, "home/.pgpass:5"));
    }

    @Test
    void givesWayToAnyOtherPassword() throws IOException {
        passwords("home/.pgpass", "*:*:*:*:file\n");
        environment.put("PGPASSWORD", "variable");

        assertThat(read().connection().password()).contains(new Secret("variable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"environment", ".env"})
    void standsInTheFileThatAVariableNames(String where) throws IOException {
        passwords("home/.pgpass", "*:*:*:*:home\n");
        passwords("secrets/passwords", "*:*:*:*:named\n");
        if (where.equals("environment")) {
            environment.put("PGPASSFILE", folder.resolve("secrets/passwords").toString());
        } else {
            file("migrations/.env", "PGPASSFILE=" + folder.resolve("secrets/passwords") + "\n");
        }

        assertThat(read().connection().password()).contains(new Secret("named"));
    }

    @Test
    void isNotUsedWhereOthersCanReadIt() throws IOException {
        Path file = passwords("home/.pgpass", "*:*:*:*:s3cret\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThat(problems())
                .containsExactly(
                        "home/.pgpass:1: others can read this password, so it is not used: chmod 600 home/.pgpass");
    }

    @Test
    void nobodyMindsAnOpenFileWithoutALineForUs() throws IOException {
        Path file = passwords("home/.pgpass", "other:*:*:*:s3cret\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

        assertThat(read().connection().password()).isEmpty();
    }

    @Test
    void isNoneWhereThereIsNoFile() {
        assertThat(read().connection().password()).isEqualTo(Optional.empty());
    }

    private Path passwords(String name, String text) throws IOException {
        file(name, text);
        Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString("rw-------"));
        return folder.resolve(name);
    }
}
