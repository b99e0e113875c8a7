package com.fataplus.migrations.postgres.dump;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fataplus.migrations.application.config.BackupConfig.Format;
import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.Secret;
import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.failure.FailureKind;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.port.DatabaseDump;
import com.fataplus.migrations.application.port.DatabaseDumpContract;
import com.fataplus.migrations.application.port.DumpTarget;
import com.fataplus.migrations.application.port.ServerInfo;
import com.fataplus.migrations.postgres.server.PostgresServer;
import com.fataplus.migrations.postgres.server.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(PostgresServer.class)
class PgDumpTest extends DatabaseDumpContract {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private TestDatabase database;
    private ConnectionConfig connection;
    private PgDump dump;
    private final Cancellation cancellation = new Cancellation();

    @BeforeEach
    void fillADatabase(TestDatabase fresh) {
        database = fresh;
        database.execute(SampleDatabase.SQL);
        connection = database.createRole("superuser");
        dump = PgDumpAtWork.of(connection, Format.PLAIN, MINUTE);
    }

    @AfterEach
    void leavesNoProcessBehind() {
        assertThat(PgDumpAtWork.running()).isEmpty();
    }

    @Override
    protected DatabaseDump dump() {
        return dump;
    }

    @Override
    protected ServerInfo server() {
        return PgDumpAtWork.server(database);
    }

    @Override
    protected String beginning() {
        return "--\n-- PostgreSQL database dump";
    }

    @Test
    void dumpsWhatLoadsAgainAsTheSame() throws Exception {
        String first = text(dump);
        String copy = database.config().database() + "_copy";
        ConnectionConfig intoCopy = SampleDatabase.named(copy, connection);
        database.execute("create database " + copy);
        try {
            Psql.beside(tool()).load(first, intoCopy);

            assertThat(text(PgDumpAtWork.of(intoCopy, Format.PLAIN, MINUTE))).isEqualTo(first);
        } finally {
            database.execute("drop database " + copy);
        }
    }

    @Test
    void dumpsTheLedgerWithEverythingElse() {
        assertThat(text(dump))
                .contains("CREATE SCHEMA fata;")
                .contains("COPY fata.revision (id) FROM stdin;\n001\n")
                .contains("COPY public.plot (id, name, crop, photo) FROM stdin;");
    }

    @Test
    void dumpsAnArchiveWhereThatIsWanted() {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();

        PgDumpAtWork.of(connection, Format.CUSTOM, MINUTE)
                .dump(tool(), new DumpTarget.File(archive), bytes -> {}, cancellation);

        assertThat(archive.toByteArray()).startsWith("PGDMP".getBytes(UTF_8));
    }

    @Test
    void tellsThePasswordToNoProcessButItsOwn() throws Exception {
        String password = connection.password().map(Secret::value).orElseThrow();
        try (Connection blocker = database.connect()) {
            lockPlots(blocker);
            FutureTask<MigrationFailure> dumping = inBackground(() -> failureOf(dump));
            ProcessHandle process = PgDumpAtWork.waiting(database);

            assertThat(PgDumpAtWork.proc(process, "environ")).contains("PGPASSWORD=" + password);
            assertThat(ProcessHandle.allProcesses()
                            .map(each -> each.info().commandLine().orElse("")))
                    .isNotEmpty()
                    .noneMatch(line -> line.contains(password));
            assertThat(ProcessHandle.allProcesses()
                            .filter(each -> PgDumpAtWork.isInEnvironment(password, each))
                            .map(ProcessHandle::pid))
                    .containsExactly(process.pid());
            assertThat(PgDumpAtWork.proc(process, "cmdline"))
                    .contains("--no-password")
                    .noneMatch(argument -> argument.contains(connection.host()));

            cancellation.cancel("SIGTERM");
            dumping.get();
        }
    }

    @Test
    void stopsWhileItWaitsForALock() throws Exception {
        try (Connection blocker = database.connect()) {
            lockPlots(blocker);
            FutureTask<MigrationFailure> dumping = inBackground(() -> failureOf(dump));
            PgDumpAtWork.waiting(database);

            cancellation.cancel("SIGTERM");

            assertThat(dumping.get().kind()).isEqualTo(FailureKind.CANCELLED);
            PgDumpAtWork.await(
                    "the server to hear of it",
                    () -> database.value("select count(*) from pg_stat_activity where application_name = 'fata backup'")
                            .equals("0"));
        }
    }

    @Test
    void saysThatItWasKilled() throws Exception {
        try (Connection blocker = database.connect()) {
            lockPlots(blocker);
            FutureTask<MigrationFailure> dumping = inBackground(() -> failureOf(dump));

            PgDumpAtWork.waiting(database).destroyForcibly();

            assertThat(dumping.get().code()).isEqualTo("backup.failed");
            assertThat(dumping.get().kind()).isEqualTo(FailureKind.BACKUP_FAILED);
            assertThat(dumping.get().summary()).contains("killed by signal 9");
        }
    }

    @Test
    void givesUpOnATableThatStaysLocked() throws SQLException {
        try (Connection blocker = database.connect()) {
            lockPlots(blocker);
            MigrationFailure failure = failureOf(PgDumpAtWork.of(connection, Format.PLAIN, Duration.ofMillis(100)));

            assertThat(failure.code()).isEqualTo("backup.failed");
            assertThat(failure.summary()).contains("LOCK TABLE", "public.plot");
            assertThat(failure.remedy().orElseThrow()).contains("a session holds that table exclusively");
        }
    }

    @Test
    void endsItsProcessWhenTheDiskIsFullMidway() {
        database.execute(
                "insert into plot (name, crop) select repeat('x', 1000), 'rice' from generate_series(1, 10000)");
        LimitedStream disk = new LimitedStream(1_000_000);

        MigrationException thrown = catchThrowableOfType(
                MigrationException.class,
                () -> dump.dump(tool(), new DumpTarget.File(disk), bytes -> {}, cancellation));

        assertThat(thrown.failure().code()).isEqualTo("backup.disk-full");
        assertThat(PgDumpAtWork.running()).isEmpty();
    }

    @Test
    void tellsTheServersReasonWhenThePasswordIsWrong() {
        ConnectionConfig wrong = database.as(connection.user(), "not the password");

        MigrationFailure failure = failureOf(PgDumpAtWork.of(wrong, Format.PLAIN, MINUTE));

        assertThat(failure.code()).isEqualTo("backup.failed");
        assertThat(failure.summary())
                .contains("failed with exit code 1", "authentication failed", connection.user())
                .doesNotContain("not the password");
    }

    @Test
    void failsWhereTheRoleMayNotReadEverything() {
        ConnectionConfig guest = database.createRole("");

        String tables = grantFor(guest);
        assertThat(tables).isEqualTo("grant pg_read_all_data to \"%s\"".formatted(guest.user()));
        database.execute(tables);
        String largeObject = grantFor(guest);
        assertThat(largeObject).isEqualTo("grant select on large object 4711 to \"%s\"".formatted(guest.user()));
        database.execute(largeObject);

        assertThat(text(PgDumpAtWork.of(guest, Format.PLAIN, MINUTE))).contains("COPY public.plot");
    }

    /** The statement that a failed dump asks an administrator for. */
    private String grantFor(ConnectionConfig role) {
        MigrationFailure failure = failureOf(PgDumpAtWork.of(role, Format.PLAIN, MINUTE));
        assertThat(failure.summary()).contains("permission denied");
        String remedy = failure.remedy().orElseThrow();
        assertThat(remedy).startsWith("ask an administrator to run: ").endsWith("; or go without: --no-backup");
        return remedy.replaceFirst("^[^:]*: ", "").replaceFirst("; or go without.*", "");
    }

    @Test
    void namesTheAttributeThatReadsBehindRowLevelSecurity() {
        ConnectionConfig guest = database.createRole("");
        database.execute("""
                grant pg_read_all_data to "%s";
                alter table plot enable row level security
                """.formatted(guest.user()));

        assertThat(failureOf(PgDumpAtWork.of(guest, Format.PLAIN, MINUTE))
                        .remedy()
                        .orElseThrow())
                .startsWith("ask an administrator to run: alter role \"%s\" bypassrls".formatted(guest.user()));
    }

    @Test
    void doesNotTakeALyingProgramsWord(@TempDir Path directory) {
        Path liar = Scripts.write(directory.resolve("pg_dump"), "echo 'create table plot ();'");

        MigrationException thrown = catchThrowableOfType(
                MigrationException.class,
                () -> dump.dump(
                        new DatabaseDump.DumpTool(liar.toString(), "15.20"),
                        new DumpTarget.File(OutputStream.nullOutputStream()),
                        bytes -> {},
                        cancellation));

        assertThat(thrown.failure().code()).isEqualTo("backup.incomplete");
    }

    private DatabaseDump.DumpTool tool() {
        return dump.find(server());
    }

    /** The dump as text, without the key that newer versions make up anew each time. */
    private String text(PgDump of) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        of.dump(tool(), new DumpTarget.File(written), bytes -> {}, cancellation);
        return written.toString(UTF_8).replaceAll("(?m)^(\\\\(?:un)?restrict) .*$", "$1 KEY");
    }

    private MigrationFailure failureOf(PgDump of) {
        OutputStream nowhere = OutputStream.nullOutputStream();
        return catchThrowableOfType(
                        MigrationException.class,
                        () -> of.dump(tool(), new DumpTarget.File(nowhere), bytes -> {}, cancellation))
                .failure();
    }

    private static void lockPlots(Connection blocker) throws SQLException {
        blocker.setAutoCommit(false);
        try (Statement statement = blocker.createStatement()) {
            statement.execute("lock table plot in access exclusive mode");
        }
    }

    private static <T> FutureTask<T> inBackground(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.startVirtualThread(task);
        return task;
    }
}
