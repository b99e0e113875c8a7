package com.fataplus.migrations.postgres.dump;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.BackupConfig;
import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.failure.BackupFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.DatabaseDump;
import com.fataplus.migrations.application.port.DumpTarget;
import com.fataplus.migrations.application.port.RestoreTarget;
import com.fataplus.migrations.application.port.ServerInfo;
import com.fataplus.migrations.application.port.StoredDump;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Dumps with pg_dump, restores with psql and pg_restore: the whole database, our ledger included, so that what is restored knows which
 * revisions it has. The connection reaches the programs by environment alone, because everybody on the machine can read a command line.
 */
public final class PgDump implements DatabaseDump {
    private static final String APPLICATION = "fata backup";

    /**
     * The longest the dump waits for a table that somebody has locked exclusively. pg_dump would wait for ever, and the migration lock
     * with it; a minute is what a run waits for another run by default.
     */
    private static final Duration LOCK_WAIT = Duration.ofMinutes(1);

    private final BackupConfig config;
    private final Duration lockWait;
    private final Map<String, String> environment;
    private final ProgramSearch search;
    private final PgRestore restore;

    PgDump(
            ConnectionConfig connection,
            BackupConfig backup,
            Map<String, String> inherited,
            SearchPlaces places,
            Duration lockWait) {
        this.config = requireNonNull(backup, "backup");
        this.lockWait = requireNonNull(lockWait, "lockWait");
        this.environment = LibpqEnvironment.of(connection, APPLICATION, inherited);
        this.search = new ProgramSearch(backup.pgDump(), places, environment);
        this.restore = new PgRestore(LibpqEnvironment.of(connection, "fata restore", inherited), places, backup.jobs());
    }

    /**
     * Looks for programs on this machine.
     *
     * @param inherited the environment of this process
     */
    public static PgDump of(ConnectionConfig connection, BackupConfig backup, Map<String, String> inherited) {
        return new PgDump(connection, backup, inherited, SearchPlaces.of(inherited), LOCK_WAIT);
    }

    @Override
    public DumpTool find(ServerInfo server) {
        return tool(search.find(server));
    }

    /** A program reads what its own major and older ones wrote. */
    @Override
    public DumpTool findReader(StoredDump dump, String serverVersion) {
        int wrote = dump.manifest()
                .map(backup -> PgDumpProgram.major(backup.dumpVersion()))
                .orElse(0);
        int server = PgDumpProgram.major(serverVersion);
        return tool(search.find(Math.max(wrote, server), server >= wrote ? serverVersion : "of a dump by " + wrote));
    }

    private static DumpTool tool(PgDumpProgram.Usable program) {
        return new DumpTool(program.path().toString(), program.version());
    }

    @Override
    public long dump(DumpTool tool, DumpTarget to, LongConsumer progress, Cancellation cancellation) {
        return switch (to) {
            case DumpTarget.File file -> toFile(tool, new DumpOutput(file.stream(), progress), cancellation);
            case DumpTarget.Folder folder -> toFolder(tool, folder, progress, cancellation);
        };
    }

    private long toFile(DumpTool tool, DumpOutput output, Cancellation cancellation) {
        finished(run(tool.program(), command(tool), cancellation).writing(output::write));
        if (!output.isWhole(config.format())) {
            throw failure("backup.incomplete", tool.program() + " succeeded but wrote no complete dump");
        }
        return output.finish();
    }

    private long toFolder(DumpTool tool, DumpTarget.Folder folder, LongConsumer progress, Cancellation cancellation) {
        FolderProgress size = new FolderProgress(Path.of(folder.path()));
        finished(run(tool.program(), command(tool, "--file=" + folder.path(), "--jobs=" + config.jobs()), cancellation)
                .watching(() -> progress.accept(size.bytes())));
        long bytes = size.bytes();
        progress.accept(bytes);
        return bytes;
    }

    private ClientRun run(String name, List<String> command, Cancellation cancellation) {
        return new ClientRun(name, command, environment, cancellation);
    }

    private List<String> command(DumpTool tool, String... more) {
        List<String> command = new ArrayList<>(List.of(
                tool.program(),
                "--format=" + config.format().name().toLowerCase(Locale.ROOT),
                "--lock-wait-timeout=" + lockWait.toMillis(),
                "--no-password"));
        command.addAll(List.of(more));
        return command;
    }

    @Override
    public void read(DumpTool tool, StoredDump dump, Cancellation cancellation) {
        restore.read(tool, dump, cancellation);
    }

    @Override
    public void restore(
            DumpTool tool, StoredDump dump, RestoreTarget to, LongConsumer progress, Cancellation cancellation) {
        restore.restore(tool, dump, to, progress, cancellation);
    }

    private void finished(ClientProgram.Exit exit) {
        if (!exit.succeeded()) {
            throw new MigrationException(
                    new BackupFailure("backup.failed", exit.told("pg_dump"), Optional.of(remedy(exit.errors()))));
        }
    }

    /** pg_dump's lock timeout is a statement timeout for the server. */
    private String remedy(String errors) {
        if (errors.contains("LOCK TABLE") && errors.contains("statement timeout")) {
            return "a session holds that table exclusively (waited %d s): let it finish, then try again"
                    .formatted(lockWait.toSeconds());
        }
        return new BackupRights(environment.get("PGUSER"))
                .against(errors)
                .orElse(
                        "see to it that pg_dump succeeds (fata backup create tries it alone), or go without: --no-backup");
    }

    private static MigrationException failure(String code, String summary) {
        return new MigrationException(new BackupFailure(code, summary, Optional.empty()));
    }
}
