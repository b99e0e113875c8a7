package com.fataplus.migrations.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.app.FataInProcess;
import com.fataplus.migrations.postgres.server.PostgresServer;
import com.fataplus.migrations.postgres.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Processes that race, are stopped and are killed. */
@ExtendWith(PostgresServer.class)
class RunnersTest {
    private static final String SLOW = """
            -- migrate:up
            create table %1$s (id int);
            select pg_sleep(60);
            -- migrate:down
            drop table %1$s;
            """;

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
    void tenAtOnceApplyEachRevisionOnce() throws Exception {
        fata.table("a", "").table("b", "a").table("c", "b");

        List<FataProcess> runners = IntStream.range(0, 10)
                .mapToObj(runner -> FataProcess.start(folder, database.config(), "upgrade"))
                .toList();

        for (FataProcess runner : runners) {
            assertThat(runner.exitCode()).as(runner.err()).isZero();
        }
        assertThat(database.values("select id from fata.revision order by id")).containsExactly("a", "b", "c");
        assertThat(database.value("select count(*) from fata.step where state = 'done'"))
                .isEqualTo("3");
    }

    @Test
    void sigtermCancelsTheStatementAndLeavesNothing() throws Exception {
        fata.table("a", "").revision("slow", "a", SLOW.formatted("slow"));
        FataProcess runner = FataProcess.start(folder, database.config(), "upgrade", "--no-backup");
        awaitSleep();

        runner.signal("TERM");

        assertThat(runner.exitCode()).as(runner.err()).isEqualTo(143);
        assertThat(database.values("select id from fata.revision")).isEmpty();
        assertThat(database.value("select count(*) from pg_class where relname in ('a', 'slow')"))
                .isEqualTo("0");
    }

    @Test
    void sigintDoesTheSameWithItsOwnExitCode() throws Exception {
        fata.revision("slow", "", SLOW.formatted("slow"));
        FataProcess runner = FataProcess.start(folder, database.config(), "upgrade", "--no-backup");
        awaitSleep();

        runner.signal("INT");

        assertThat(runner.exitCode()).as(runner.err()).isEqualTo(130);
        assertThat(runner.err()).contains("stopped");
    }

    @Test
    void aKilledRunIsReportedAndTheNextGoesOn() throws Exception {
        fata.table("a", "").revision("slow", "a", SLOW.formatted("slow"));
        FataProcess runner =
                FataProcess.start(folder, database.config(), "upgrade", "--no-backup", "--transaction", "revision");
        awaitSleep();
        runner.signal("KILL");
        runner.exitCode();
        fata.table("slow", "a");

        FataInProcess.Result next = fata.type("upgrade");

        assertThat(next.exitCode()).as(next.err()).isZero();
        assertThat(next.err()).contains("never ended");
        assertThat(database.values("select id from fata.revision order by id")).containsExactly("a", "slow");
    }

    @Test
    void whoeverWaitsTooLongIsToldWhoHasTheLock() throws Exception {
        fata.revision("slow", "", SLOW.formatted("slow"));
        FataProcess first = FataProcess.start(folder, database.config(), "upgrade", "--no-backup");
        awaitSleep();

        FataInProcess.Result second = fata.type("upgrade", "--lock-wait", "0s");

        assertThat(second.exitCode()).isEqualTo(6);
        assertThat(second.err()).contains("pid ").contains("fata upgrade");
        first.signal("TERM");
        first.exitCode();
    }

    @Test
    void aBusyTableIsTriedAgainUntilItIsFree() throws Exception {
        fata.table("a", "");
        fata.type("upgrade");
        fata.revision(
                "b",
                "a",
                "-- migrate:up\nalter table a add column c int;\n-- migrate:down\nalter table a drop column c;\n");
        try (Connection reader = database.connect()) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("select * from a");
            FataProcess runner = FataProcess.start(folder, database.config(), "upgrade", "--no-backup");
            await("the first attempt gave up", () -> runner.err().contains("again in"));

            reader.rollback();

            assertThat(runner.exitCode()).as(runner.err()).isZero();
            assertThat(runner.err()).contains("the test itself");
        }
        assertThat(database.values("select id from fata.revision order by id")).containsExactly("a", "b");
    }

    @Test
    void aFullBackupDiskStopsTheRunBeforeItBegins() throws Exception {
        fata.table("a", "");
        String mount =
                "mkdir -p migrations/backups && mount -t tmpfs -o size=1m tmpfs migrations/backups && exec \"$@\"";

        FataProcess runner = FataProcess.start(
                List.of("unshare", "--map-root-user", "--mount", "sh", "-c", mount, "sh"),
                folder,
                database.config(),
                "upgrade");

        assertThat(runner.exitCode()).as(runner.err()).isEqualTo(8);
        assertThat(runner.err()).contains("not enough room");
        assertThat(database.values("select id from fata.revision")).isEmpty();
    }

    private void awaitSleep() {
        String asleep = """
                select count(*) > 0 from pg_stat_activity
                 where wait_event = 'PgSleep' and datname = current_database()
                """;
        await("the slow statement has begun", () -> database.value(asleep).equals("t"));
    }

    private static void await(String what, BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(deadline);
        }
    }
}
