package com.fataplus.migrations.postgres.dump;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.BackupConfig;
import com.fataplus.migrations.application.config.BackupConfig.Format;
import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.failure.BackupFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.DatabaseDump;
import com.fataplus.migrations.application.port.ServerInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Dumps with pg_dump: the whole database, our ledger included, so that what is restored knows which revisions it has. The connection
 * reaches it by environment alone, because everybody on the machine can read a command line.
 */
public final class PgDump implements DatabaseDump {
    private static final String APPLICATION = "fata backup";

    /**
     * The longest the dump waits for a table that somebody has locked exclusively. pg_dump would wait for ever, and the migration lock
     * with it; a minute is what a run waits for another run by default.
     */
    private static final Duration LOCK_WAIT = Duration.ofMinutes(1);

    private static final int BLOCK_BYTES = 256 * 1024;

    private final Format format;
    private final Duration lockWait;
    private final Map<String, String> environment;
    private final ProgramSearch search;

    PgDump(
            ConnectionConfig connection,
            BackupConfig backup,
            Map<String, String> inherited,
            SearchPlaces places,
            Duration lockWait) {
        this.format = backup.format();
        this.lockWait = requireNonNull(lockWait, "lockWait");
        this.environment = LibpqEnvironment.of(connection, APPLICATION, inherited);
        this.search = new ProgramSearch(backup.pgDump(), places, environment);
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
        PgDumpProgram.Usable program = search.find(server);
        return new DumpTool(program.path().toString(), program.version());
    }

    @Override
    public long dump(DumpTool tool, OutputStream to, LongConsumer progress, Cancellation cancellation) {
        cancellation.check();
        try (ClientProgram program = start(tool, cancellation)) {
            DumpOutput output = new DumpOutput(to, progress);
            passOn(program.output(), output);
            ClientProgram.Exit exit = program.await();
            cancellation.check();
            if (!exit.succeeded()) {
                throw failed(exit);
            }
            if (!output.isWhole(format)) {
                throw failure("backup.incomplete", tool.program() + " succeeded but wrote no complete dump");
            }
            return output.finish();
        }
    }

    private ClientProgram start(DumpTool tool, Cancellation cancellation) {
        List<String> command = List.of(
                tool.program(),
                "--format=" + format.name().toLowerCase(Locale.ROOT),
                "--lock-wait-timeout=" + lockWait.toMillis(),
                "--no-password");
        try {
            return ClientProgram.start(command, environment, cancellation);
        } catch (IOException e) {
            throw failure("backup.failed", "cannot run " + tool.program() + ": " + e.getMessage());
        }
    }

    private static void passOn(InputStream from, DumpOutput output) {
        byte[] block = new byte[BLOCK_BYTES];
        for (int length = read(from, block); length >= 0; length = read(from, block)) {
            output.write(block, length);
        }
    }

    private static int read(InputStream from, byte[] block) {
        try {
            return from.read(block);
        } catch (IOException e) {
            throw failure("backup.failed", "cannot read what pg_dump writes: " + e.getMessage());
        }
    }

    private MigrationException failed(ClientProgram.Exit exit) {
        String summary = "pg_dump " + exit.described()
                + exit.errors().indent(2).stripTrailing().transform(PgDump::onNewLine);
        return new MigrationException(new BackupFailure("backup.failed", summary, remedy(exit.errors())));
    }

    /** pg_dump's lock timeout is a statement timeout for the server. */
    private Optional<String> remedy(String errors) {
        return errors.contains("LOCK TABLE") && errors.contains("statement timeout")
                ? Optional.of("a session holds that table exclusively (waited %d s): let it finish, then try again"
                        .formatted(lockWait.toSeconds()))
                : new BackupRights(environment.get("PGUSER"))
                        .against(errors)
                        .or(
                                () -> Optional.of(
                                        "see to it that pg_dump succeeds (fata backup create tries it alone), or go without: --no-backup"));
    }

    private static String onNewLine(String text) {
        return text.isEmpty() ? "" : "\n" + text;
    }

    private static MigrationException failure(String code, String summary) {
        return new MigrationException(new BackupFailure(code, summary, Optional.empty()));
    }
}
