package com.fataplus.migrations.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.app.FataInProcess;
import com.fataplus.migrations.app.FataInProcess.Result;
import com.fataplus.migrations.postgres.server.PostgresServer;
import com.fataplus.migrations.postgres.server.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts that reach for what is not theirs, and surroundings that give no room: said clearly, and nothing half done. */
@ExtendWith(PostgresServer.class)
class RudeScriptsTest {
    private TestDatabase database;
    private FataInProcess fata;
    private Path folder;

    @BeforeEach
    void openFolder(TestDatabase given, @TempDir Path directory) {
        database = given;
        folder = directory;
        fata = FataInProcess.in(directory, database.config()).table("a", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"commit", "rollback", "begin", "end", "commit and chain"})
    void endingTheTransactionIsRefusedBeforeAnythingRuns(String command) {
        up("b", "select 1;\n" + command + ";\n");

        Result result = upgrade();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("b.sql:8:1").contains("transaction:false");
        assertThat(applied()).isEmpty();
    }

    @Test
    void endingTheTransactionFromWithinABlockFails() {
        up("b", "create table b (id int);\ndo $$ begin commit; end $$;\n");

        Result result = upgrade();

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err()).contains("b.sql:8:1").contains("[2D000]").contains("verified equal");
        assertThat(applied()).isEmpty();
    }

    @Test
    void droppingTheLedgerTakesTheRunBack() {
        upgrade();
        up("b", "create table b (id int);\ndrop schema fata cascade;\n");

        Result result = upgrade();

        assertThat(result.exitCode()).isEqualTo(4);
        assertThat(result.err()).contains("cannot record revision b").contains("verified equal");
        assertThat(applied()).containsExactly("a");
        assertThat(database.value("select to_regclass('b') is null")).isEqualTo("t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set search_path = pg_temp",
                "set role pg_read_all_data",
                "set session authorization pg_read_all_data",
                "set default_transaction_read_only = on",
                "create temporary table run (id int); create temporary table revision (id int)"
            })
    void whatAScriptSetsReachesNeitherTheLedgerNorTheNextStep(String setting) {
        up("b", setting + ";\n");
        fata.table("c", "b");

        for (String transaction : List.of("run", "revision")) {
            Result result = fata.type("upgrade", "--no-backup", "--transaction", transaction);

            assertThat(result.exitCode()).as(result.err()).isZero();
            assertThat(applied()).containsExactly("a", "b", "c");
            assertThat(database.value("select nspname from pg_class c join pg_namespace n on n.oid = relnamespace"
                            + " where relname = 'c' and relkind = 'r' and pg_get_userbyid(relowner) = current_user"))
                    .isEqualTo("public");
            assertThat(fata.type("downgrade", "base", "--no-backup").exitCode()).isZero();
        }
    }

    @Test
    void anEmptySectionDoesNothingAndIsRecorded() {
        up("b", "");

        assertThat(upgrade().exitCode()).isZero();
        assertThat(applied()).containsExactly("a", "b");
    }

    @Test
    void commandsOfPsqlAreNamedWithTheirPlace() {
        up("b", "select 1;\n\\i other.sql\n");

        Result result = upgrade();

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("b.sql:8:1").contains("\\i").contains("fix: ");
        assertThat(applied()).isEmpty();
    }

    @Test
    void anAnswerThatCannotBeWrittenIsToldAndTheWorkStays() throws Exception {
        FataProcess runner = FataProcess.start(
                List.of("sh", "-c", "exec \"$@\" > /dev/full", "sh"),
                folder,
                database.config(),
                "upgrade",
                "--no-backup");

        assertThat(runner.exitCode()).as(runner.err()).isEqualTo(1);
        assertThat(runner.err()).contains("output.lost").contains("No space left");
        assertThat(applied()).containsExactly("a");
    }

    @Test
    void aReaderThatLeavesEarlyIsNoMistake() throws Exception {
        FataProcess runner = FataProcess.start(
                List.of("sh", "-c", "\"$@\" | true", "sh"), folder, database.config(), "upgrade", "--sql");

        assertThat(runner.exitCode()).isZero();
        assertThat(runner.err()).doesNotContain("output.lost");
    }

    @Test
    void needsNoStandardInput() throws Exception {
        FataProcess runner = FataProcess.start(
                List.of("sh", "-c", "exec \"$@\" <&-", "sh"), folder, database.config(), "upgrade", "--no-backup");

        assertThat(runner.exitCode()).as(runner.err()).isZero();
        assertThat(applied()).containsExactly("a");
    }

    private void up(String id, String statements) {
        fata.revision(id, "a", "-- migrate:up\n" + statements + "-- migrate:down\n");
    }

    private Result upgrade() {
        return fata.type("upgrade", "--no-backup");
    }

    private List<String> applied() {
        return database.value("select to_regclass('fata.revision') is null").equals("t")
                ? List.of()
                : database.values("select id from fata.revision order by id");
    }
}
