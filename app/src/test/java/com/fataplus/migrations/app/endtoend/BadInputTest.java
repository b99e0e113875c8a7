package com.fataplus.migrations.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.app.FataInProcess;
import com.fataplus.migrations.app.FataInProcess.Result;
import com.fataplus.migrations.postgres.server.PostgresServer;
import com.fataplus.migrations.postgres.server.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Each with its own clear message and exit code, and nothing done. */
@ExtendWith(PostgresServer.class)
class BadInputTest {
    private static final String SECTIONS = "-- migrate:up\nselect 1;\n-- migrate:down\nselect 1;\n";

    private TestDatabase database;
    private FataInProcess fata;
    private Path folder;

    @BeforeEach
    void openFolder(TestDatabase given, @TempDir Path directory) {
        database = given;
        folder = directory;
        fata = FataInProcess.in(directory, database.config());
    }

    @Test
    void noServer() {
        fata.set("POSTGRES_PORT", "1").table("a", "");

        says(fata.type("upgrade"), 7, "cannot connect to", ":1/");
    }

    @Test
    void anOldServer() throws Exception {
        try (OldServerStandIn old = new OldServerStandIn("13.23")) {
            fata.set("POSTGRES_HOST", "127.0.0.1")
                    .set("POSTGRES_PORT", Integer.toString(old.port()))
                    .table("a", "");

            for (String command : new String[] {"upgrade", "status"}) {
                says(fata.type(command), 7, "13.23", "PostgreSQL 14 or newer");
            }
        }
    }

    @Test
    void wrongPassword() {
        String user = database.createRole("").user();
        fata.set("POSTGRES_USER", user).set("POSTGRES_PASSWORD", "wrong-secret").table("a", "");

        Result result = fata.type("upgrade");

        says(result, 7, "password", user);
        assertThat(result.err()).doesNotContain("wrong-secret");
    }

    @Test
    void missingDatabase() {
        fata.set("POSTGRES_DB", "no_such_farm").table("a", "");

        says(fata.type("upgrade"), 7, "no_such_farm", "createdb");
    }

    @Test
    void noPermissionToCreateTheLedger() {
        var role = database.createRole("");
        FataInProcess.environmentFor(role).forEach(fata::set);
        fata.table("a", "");

        says(fata.type("upgrade"), 9, "not allowed", "grant create on database");
    }

    @Test
    void aBinaryFile() throws Exception {
        fata.table("a", "");
        Files.write(
                folder.resolve("migrations/versions/photo.sql"), new byte[] {'-', '-', ' ', (byte) 0xff, (byte) 0xd8});

        says(fata.type("upgrade"), 2, "photo.sql:1:4");
    }

    @Test
    void anUnreadableFile() throws Exception {
        fata.table("a", "");
        Files.createSymbolicLink(folder.resolve("migrations/versions/gone.sql"), folder.resolve("nowhere"));

        says(fata.type("upgrade"), 2, "gone.sql");
    }

    @Test
    void twoFilesWithOneId() {
        fata.table("a", "")
                .write("migrations/versions/again.sql", "-- Again\n--\n-- Revision: a\n-- Revises:\n\n" + SECTIONS);

        says(fata.type("upgrade"), 2, "a.sql", "again.sql");
    }

    @Test
    void aCycle() {
        fata.table("a", "b").table("b", "a");

        says(fata.type("upgrade"), 2, "cycle", "a.sql", "b.sql");
    }

    @Test
    void aMissingParent() {
        fata.table("plots", "").table("sensors", "plot");

        says(fata.type("upgrade"), 2, "sensors.sql", "'plot'", "did you mean plots?");
    }

    @Test
    void noDownSection() {
        fata.revision("a", "", "-- migrate:up\nselect 1;\n");

        says(fata.type("upgrade"), 2, "a.sql", "-- migrate:down irreversible");
    }

    @Test
    void anUnterminatedQuote() {
        fata.revision("a", "", "-- migrate:up\nselect 1;\nselect 'open;\n-- migrate:down\n");

        says(fata.type("upgrade"), 2, "a.sql:8:8");
    }

    @Test
    void sqlThatFailsInTheThirdOfFive() {
        fata.table("a", "").table("b", "a").table("d", "c").table("e", "d");
        fata.revision(
                "c", "b", "-- migrate:up\ncreate table c (id int);\ninsert into c values ('x');\n-- migrate:down\n");

        Result result = fata.type("upgrade");

        says(result, 4, "c.sql:8:23", "[22P02]", "verified equal");
        assertThat(database.values("select id from fata.revision")).isEmpty();
        assertThat(database.value("select count(*) from pg_class where relname in ('a', 'b', 'c')"))
                .isEqualTo("0");
    }

    @Test
    void pgDumpIsMissing() {
        fata.set("FATA_BACKUP_PG_DUMP", folder.resolve("no-pg_dump").toString()).table("a", "");

        says(fata.type("upgrade"), 8, "no-pg_dump", "--no-backup");
        assertThat(database.values("select id from fata.revision")).isEmpty();
    }

    @Test
    void pgDumpIsKilledMidway() throws Exception {
        Path killed = folder.resolve("pg_dump");
        Files.writeString(killed, """
                #!/bin/sh
                case $1 in --version) exec pg_dump --version ;; esac
                echo '-- half a dump'
                kill -9 $$
                """);
        assertThat(killed.toFile().setExecutable(true)).isTrue();
        fata.set("FATA_BACKUP_PG_DUMP", killed.toString()).table("a", "");

        says(fata.type("upgrade"), 8, "pg_dump");
        try (var files = Files.list(folder.resolve("migrations/backups"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void everyProblemOfTheConfigurationAtOnce() {
        fata.write("migrations/fata.toml", "[databas]\nhost = \"x\"\n[run]\nlock_wait = \"soon\"\n");

        says(fata.type("status"), 2, "databas", "lock_wait");
    }

    @Test
    void anUnknownTarget() {
        fata.table("plots", "");

        says(fata.type("upgrade", "plts"), 2, "plts", "plots");
    }

    private static void says(Result result, int exitCode, String... words) {
        assertThat(result.exitCode()).as(result.err()).isEqualTo(exitCode);
        assertThat(result.err()).contains(words).contains("fix: ");
    }
}
