package com.fataplus.migrations.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.app.FataInProcess;
import com.fataplus.migrations.app.FataInProcess.Result;
import com.fataplus.migrations.postgres.server.PostgresServer;
import com.fataplus.migrations.postgres.server.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A backup takes the place of the database, or does not. */
@ExtendWith(PostgresServer.class)
class RestoreTest {
    private TestDatabase database;
    private FataInProcess fata;
    private Path folder;

    @BeforeEach
    void takeABackupAndGoOn(TestDatabase given, @TempDir Path directory) {
        database = given;
        folder = directory;
        fata = FataInProcess.in(directory, database.config());
        fata.table("a", "").table("b", "a");
        fata.type("upgrade", "a");
        database.execute("insert into a values (1), (2)");
        assertThat(fata.type("backup", "create").exitCode()).isZero();
        fata.type("upgrade", "b");
        database.execute("insert into a values (3); insert into b values (1)");
    }

    @AfterEach
    void dropWhatWasPutAside() {
        asides().forEach(name -> database.execute("drop database \"" + name + "\" with (force)"));
    }

    @Test
    void bringsBackSchemaRowsAndLedger() {
        Result result = fata.type("backup", "restore", backup(), "--yes");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains("the database is at a");
        assertThat(database.values("select id::text from a order by id")).containsExactly("1", "2");
        assertThat(database.values("select id from fata.revision")).containsExactly("a");
        assertThat(database.value("select count(*) from pg_class where relname = 'b'"))
                .isEqualTo("0");
    }

    @Test
    void theJournalRemembersWhatCameAfterTheBackup() {
        fata.type("backup", "restore", backup(), "--yes");

        assertThat(database.values("select command || ' ' || target || ' ' || outcome from fata.run order by id"))
                .containsExactly(
                        "upgrade a succeeded", "upgrade b succeeded", "backup restore " + backup() + " succeeded");
        assertThat(database.values("select run || ' ' || revision || ' ' || state from fata.step order by id"))
                .containsExactly("1 a done", "2 b done");
        assertThat(fata.type("upgrade").exitCode()).isZero();
        assertThat(database.value("select max(id) from fata.run")).isEqualTo("4");
    }

    @Test
    void theOldDatabaseStaysUnderAnotherName() {
        Result result = fata.type("backup", "restore", backup(), "--yes");

        assertThat(asides())
                .singleElement()
                .satisfies(name -> assertThat(result.out()).contains("now called " + name));
    }

    @Test
    void theOldDatabaseGoesWhereNobodyWantsIt() {
        Result result = fata.type("backup", "restore", backup(), "--yes", "--drop-old", "--no-safety-backup");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(asides()).isEmpty();
        assertThat(backups()).hasSize(3);
    }

    @Test
    void aBackupOfWhatIsThereComesFirst() {
        int before = backups().size();

        Result result = fata.type("backup", "restore", backup(), "--yes");

        assertThat(backups()).hasSize(before + 1);
        assertThat(result.out()).contains("backup before it: " + backups().getLast());
        assertThat(database.value("select backup from fata.run order by id desc limit 1"))
                .isEqualTo(backups().getLast());
    }

    @Test
    void whatBelongsToTheDatabaseAsSuchStays() {
        String name = database.config().database();
        database.execute("""
                alter database %1$s set search_path to "$user", public, "odd, name";
                alter database %1$s set app.tenant to 'Andasibe''s';
                alter database %1$s connection limit 42;
                revoke connect on database %1$s from public;
                grant temporary on database %1$s to pg_monitor with grant option;
                comment on database %1$s is 'farms''n plots';
                """.formatted(name));
        String facts = """
                select d.encoding::text || d.datcollate || d.datctype || pg_get_userbyid(d.datdba) || d.datconnlimit || d.datacl::text
                       || shobj_description(d.oid, 'pg_database') || (select array_agg(s.setconfig::text || s.setrole order by 1)::text
                            from pg_db_role_setting s where s.setdatabase = d.oid)
                  from pg_database d where datname = current_database()
                """;
        database.execute("alter role current_user in database " + name + " set work_mem to '5MB'");
        String before = database.value(facts);

        Result result = fata.type("backup", "restore", backup(), "--yes");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(database.value(facts)).isEqualTo(before);
        database.execute("alter role current_user in database " + name + " reset all");
    }

    @Test
    void othersAreNamedAndStayConnected() throws Exception {
        try (Connection other = database.connect()) {
            Result result = fata.type("backup", "restore", backup(), "--yes");

            assertThat(result.exitCode()).isEqualTo(9);
            assertThat(result.err()).contains("the test itself").contains("--terminate");
            assertThat(other.isValid(1)).isTrue();
        }
        assertThat(database.values("select id from fata.revision order by id")).containsExactly("a", "b");
    }

    @Test
    void othersAreSentAwayWhenThatIsAskedFor() throws Exception {
        Connection other = database.connect();

        Result result = fata.type("backup", "restore", backup(), "--yes", "--terminate");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(other.isValid(1)).isFalse();
        other.close();
    }

    @Test
    void nothingHappensUnlessSomebodySaysYes() {
        Result result = fata.type("backup", "restore", backup());

        assertThat(result.exitCode()).isEqualTo(9);
        assertThat(result.err()).contains("--yes");
        assertThat(database.value("select count(*) from fata.run")).isEqualTo("2");
    }

    @Test
    void aDamagedBackupIsNotRestored() throws Exception {
        Path dump = folder.resolve("migrations/backups").resolve(backup());
        Files.writeString(dump, Files.readString(dump).replace("CREATE TABLE", "CREATE TABEL"));

        Result result = fata.type("backup", "restore", backup(), "--yes");

        assertThat(result.exitCode()).isEqualTo(9);
        assertThat(result.err()).contains("is damaged");
    }

    @Test
    void aRestoreThatFailsLeavesTheDatabaseAsItWas() throws Exception {
        Path dump = Files.writeString(folder.resolve("foreign.sql"), """
                --
                -- PostgreSQL database dump
                --

                create table c ();
                alter table c owner to nobody_here;
                --
                -- PostgreSQL database dump complete
                --
                """);

        Result result = fata.type("backup", "restore", dump.toString(), "--yes");

        assertThat(result.exitCode()).as(result.err()).isEqualTo(4);
        assertThat(result.err())
                .contains("role \"nobody_here\" does not exist", "as it was before", "create role \"nobody_here\"");
        assertThat(database.values("select id::text from a order by id")).containsExactly("1", "2", "3");
        assertThat(database.value("select outcome from fata.run order by id desc limit 1"))
                .isEqualTo("rolled-back");
        assertThat(database.values("select datname from pg_database where datname like 'fata\\_restore\\_%'"))
                .isEmpty();
    }

    private String backup() {
        return backups().get(1);
    }

    /** Oldest first. */
    private List<String> backups() {
        return fata.type("backup", "list")
                .out()
                .lines()
                .filter(line -> line.startsWith("backup_"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList()
                .reversed();
    }

    private List<String> asides() {
        // A name that is too long with the time behind it loses its end.
        return database.values("select datname from pg_database where datname like '"
                + database.config().database().substring(0, 40) + "%\\_before\\_%'");
    }
}
