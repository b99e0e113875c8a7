package com.fataplus.migrations.postgres.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fataplus.migrations.application.config.BackupConfig;
import com.fataplus.migrations.application.config.BackupConfig.Format;
import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.port.ServerInfo;
import com.fataplus.migrations.postgres.server.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** pg_dump as tests run it and watch it. */
final class PgDumpAtWork {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private PgDumpAtWork() {}

    static PgDump of(ConnectionConfig connection, Format format, Duration lockWait) {
        BackupConfig backup = new BackupConfig(
                BackupConfig.When.RUN, "backups", format, 1, Optional.empty(), Optional.empty(), Optional.empty());
        return new PgDump(connection, backup, System.getenv(), SearchPlaces.of(System.getenv()), lockWait);
    }

    /** One that has several jobs. */
    static PgDump of(ConnectionConfig connection, Format format, int jobs) {
        BackupConfig backup = new BackupConfig(
                BackupConfig.When.RUN, "backups", format, jobs, Optional.empty(), Optional.empty(), Optional.empty());
        return PgDump.of(connection, backup, System.getenv());
    }

    /** The newest major of pg_dump on this machine. */
    static int newestProgram() {
        return SearchPlaces.of(System.getenv()).all("pg_dump").stream()
                .map(program -> PgDumpProgram.ask(program, System.getenv(), PATIENCE))
                .mapToInt(PgDumpAtWork::major)
                .max()
                .orElseThrow();
    }

    private static int major(PgDumpProgram program) {
        return switch (program) {
            case PgDumpProgram.Usable usable -> usable.major();
            case PgDumpProgram.Unusable ignored -> 0;
        };
    }

    static ServerInfo server(TestDatabase database) {
        ConnectionConfig config = database.config();
        return new ServerInfo(
                database.value("show server_version"),
                database.major(),
                config.address(),
                config.database(),
                config.user(),
                Long.parseLong(database.value("select pg_database_size(current_database())")));
    }

    /** Waits until a dump waits for a lock, and returns its process. */
    static ProcessHandle waiting(TestDatabase database) {
        await("a dump that waits for a lock", () -> !database.values("""
                        select pid::text from pg_stat_activity
                         where application_name = 'fata backup' and wait_event_type = 'Lock'
                           and datname = current_database()
                        """).isEmpty());
        List<ProcessHandle> processes = running().toList();
        assertThat(processes).hasSize(1);
        return processes.getFirst();
    }

    /** The pg_dump processes that we started and that have not ended. */
    static Stream<ProcessHandle> running() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/pg_dump"));
    }

    /** A file of the kernel about a process, its zero bytes as line ends. */
    static List<String> proc(ProcessHandle process, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), file))
                    .replace('\0', '\n')
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** False also where the process has ended meanwhile, or is one that we may not look into. */
    static boolean isInEnvironment(String word, ProcessHandle process) {
        try {
            byte[] environment = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "environ"));
            return new String(environment, StandardCharsets.ISO_8859_1).contains(word);
        } catch (IOException e) {
            return false;
        }
    }

    static void await(String what, BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                fail("waited " + PATIENCE.toSeconds() + " s for " + what);
            }
            Thread.onSpinWait();
        }
    }
}
