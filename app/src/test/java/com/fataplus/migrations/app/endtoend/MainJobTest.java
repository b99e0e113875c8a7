package com.fataplus.migrations.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.app.FataInProcess;
import com.fataplus.migrations.app.FataInProcess.Result;
import com.fataplus.migrations.postgres.server.PostgresServer;
import com.fataplus.migrations.postgres.server.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.jr.ob.JSON;

@ExtendWith(PostgresServer.class)
class MainJobTest {
    private TestDatabase database;
    private FataInProcess fata;

    @BeforeEach
    void openFolder(TestDatabase given, @TempDir Path folder) {
        database = given;
        fata = FataInProcess.in(folder, database.config());
    }

    @Test
    void anUpgradeAppliesEveryRevisionOnce() {
        fata.table("a", "").table("b", "a");

        Result result = fata.type("upgrade");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(database.values("select id from fata.revision order by id")).containsExactly("a", "b");
        assertThat(database.value("select count(*) from pg_class where relname in ('a', 'b') and relkind = 'r'"))
                .isEqualTo("2");
    }

    @Test
    void everyRunLeavesABackup() {
        fata.table("a", "");

        fata.type("upgrade");

        assertThat(fata.type("backup", "list").out()).contains("backup_").contains("base");
    }

    @Test
    void aFailedRunEndsWhereItBegan() {
        fata.table("a", "").table("b", "a");
        fata.type("upgrade");
        fata.table("c", "b").revision("d", "c", "-- migrate:up\ncreate table d (x nonsense);\n-- migrate:down\n");

        Result result = fata.type("upgrade", "--transaction", "revision");

        assertThat(result.exitCode()).as(result.err()).isEqualTo(4);
        assertThat(result.err()).contains("d.sql:7:19").contains("[42704]").contains("schema verified equal");
        assertThat(database.values("select id from fata.revision order by id")).containsExactly("a", "b");
        assertThat(database.value("select count(*) from pg_class where relname = 'c'"))
                .isEqualTo("0");
    }

    @Test
    void aConcurrentIndexIsBuiltOutsideATransaction() {
        fata.table("a", "").revision("i", "a", """
                        -- migrate:up transaction:false
                        create index concurrently a_id on a (id);
                        -- migrate:down transaction:false
                        drop index concurrently a_id;
                        """);

        Result result = fata.type("upgrade");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(database.value("select indisvalid from pg_index where indexrelid = 'a_id'::regclass"))
                .isEqualTo("t");
        assertThat(fata.type("downgrade", "-1").exitCode()).isZero();
    }

    @Test
    void aRevisionWhoseFileIsGoneCanBeTakenDown() {
        fata.table("a", "").table("b", "a");
        fata.type("upgrade");
        fata.delete("migrations/versions/b.sql");

        assertThat(fata.type("status").out()).contains("unknown");
        Result result = fata.type("downgrade", "a");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(database.values("select id from fata.revision")).containsExactly("a");
    }

    @Test
    void anEditedFileIsRefusedAndCanBeAccepted() {
        fata.table("a", "");
        fata.type("upgrade");
        fata.revision("a", "", "-- migrate:up\ncreate table a (id bigint);\n-- migrate:down\ndrop table a;\n");

        assertThat(fata.type("upgrade").exitCode()).isEqualTo(9);
        assertThat(fata.type("validate").exitCode()).isEqualTo(3);
        assertThat(fata.type("upgrade", "--accept-edited", "a").exitCode()).isZero();
        assertThat(fata.type("validate").exitCode()).isZero();
    }

    @Test
    void aDryRunTouchesNothing() {
        fata.table("a", "");

        Result result = fata.type("upgrade", "--dry-run");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).contains("create table a (id int primary key);");
        assertThat(database.value("select count(*) from pg_namespace where nspname = 'fata'"))
                .isEqualTo("0");
    }

    @Test
    void jsonOfAFailureNamesFileLineAndColumn() throws Exception {
        fata.revision("a", "", "-- migrate:up\nselect 1;\nselect nothing;\n-- migrate:down\n");

        Result result = fata.type("upgrade", "--output", "json");

        Map<String, Object> error = map(JSON.std.mapFrom(result.out()).get("error"));
        Map<String, Object> cause = map(map(error.get("details")).get("cause"));
        assertThat(cause).containsEntry("line", 8).containsEntry("column", 8).containsEntry("sqlState", "42703");
    }

    @Test
    void aFolderWithBlanksAndAccentsIsAFolder(@TempDir Path folder) throws Exception {
        Path odd = Files.createDirectory(folder.resolve("ferme de l'été ñ 農場"));
        FataInProcess there = FataInProcess.in(odd, database.config()).table("a", "");

        Result result = there.type("upgrade");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(there.type("backup", "list").out()).contains("backup_");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
