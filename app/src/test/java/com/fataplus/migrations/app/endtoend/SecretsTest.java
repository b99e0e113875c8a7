package com.fataplus.migrations.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.app.FataInProcess;
import com.fataplus.migrations.app.FataInProcess.Result;
import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.Secret;
import com.fataplus.migrations.postgres.server.PostgresServer;
import com.fataplus.migrations.postgres.server.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A password is told to nobody: no file, no output, no row, however a command ends. */
@ExtendWith(PostgresServer.class)
class SecretsTest {
    private static final String BROKEN = "-- migrate:up\nselect 1 / 0;\n-- migrate:down\n";
    private static final String WRONG = "Wr0ng-horse-battery";

    private TestDatabase database;
    private ConnectionConfig role;
    private String password;
    private Path folder;
    private FataInProcess fata;

    @BeforeEach
    void openFolder(TestDatabase given, @TempDir Path directory) {
        database = given;
        folder = directory;
        role = database.createRole("superuser");
        password = role.password().map(Secret::value).orElseThrow();
        fata = FataInProcess.in(directory, role);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void staysSecretInARunThatSucceeds(String output) throws IOException {
        fata.table("a", "").table("b", "a");

        for (String command :
                List.of("plan", "upgrade", "status", "history", "backup list", "config", "downgrade base")) {
            assertThat(said(typed(command, output))).as(command).doesNotContain(password);
        }

        assertThat(files()).noneMatch(text -> text.contains(password));
        assertThat(ledger()).doesNotContain(password);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void staysSecretWhereARevisionFails(String output) throws IOException {
        fata.table("a", "").revision("b", "a", BROKEN);

        Result failed = typed("upgrade --transaction revision", output);

        assertThat(failed.exitCode()).isEqualTo(4);
        assertThat(said(failed)).doesNotContain(password);
        assertThat(files()).noneMatch(text -> text.contains(password));
        assertThat(ledger()).doesNotContain(password);
    }

    @ParameterizedTest
    @CsvSource({
        "POSTGRES_HOST, no-such-host.invalid, 7",
        "POSTGRES_PORT, 1, 7",
        "POSTGRES_PORT, none, 2",
        "POSTGRES_DB, no_such_database, 7",
        "POSTGRES_USER, nobody, 7",
        "FATA_BACKUP_PG_DUMP, /no/pg_dump, 8",
        "FATA_RUN_LOCK_WAIT, soon, 2"
    })
    void staysSecretWhereASettingIsWrong(String name, String value, int exitCode) throws IOException {
        fata.table("a", "").set(name, value);

        for (String output : List.of("text", "json")) {
            Result failed = typed("upgrade", output);

            assertThat(failed.exitCode()).as(said(failed)).isEqualTo(exitCode);
            assertThat(said(failed)).doesNotContain(password);
        }
        assertThat(files()).noneMatch(text -> text.contains(password));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json"})
    void staysSecretWhereItIsWrongItself(String output) {
        fata.table("a", "").set("POSTGRES_PASSWORD", WRONG);

        Result failed = typed("upgrade", output);

        assertThat(failed.exitCode()).isEqualTo(7);
        assertThat(said(failed)).contains("28P01").doesNotContain(WRONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://farmer:" + WRONG + "@localhost:port/farm",
                "postgres://farmer:" + WRONG + "/more@localhost/farm",
                "postgres://farmer:%zz" + WRONG + "@localhost/farm",
                "postgres://farmer:" + WRONG + "@localhost:1/farm",
                "postgres://localhost:1/farm?user=farmer&password=" + WRONG,
                "postgres://localhost:1/farm?passwrd=" + WRONG,
                "mysql://farmer:" + WRONG + "@localhost/farm"
            })
    void staysSecretInAnAddressThatIsWrong(String address) {
        for (String name :
                List.of("POSTGRES_HOST", "POSTGRES_PORT", "POSTGRES_DB", "POSTGRES_USER", "POSTGRES_PASSWORD")) {
            fata.set(name, "");
        }
        fata.table("a", "").set("DATABASE_URL", address);

        for (String command : List.of("upgrade", "config")) {
            for (String output : List.of("text", "json")) {
                assertThat(said(typed(command, output))).isNotEmpty().doesNotContain(WRONG);
            }
        }
    }

    private Result typed(String command, String output) {
        return fata.type(Stream.concat(Stream.of(command.split(" ")), Stream.of("--output", output))
                .toArray(String[]::new));
    }

    private static String said(Result result) {
        return result.out() + result.err();
    }

    /** Everything the commands left in their folder: backups and their manifests among it. */
    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(SecretsTest::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String ledger() {
        return String.join("\n", database.values("""
                select row_to_json(run)::text from fata.run
                union all select row_to_json(step)::text from fata.step
                union all select row_to_json(revision)::text from fata.revision
                """));
    }
}
