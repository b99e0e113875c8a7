package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.BackupConfig;
import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.BackupStart;
import com.fataplus.migrations.application.port.BackupStore;
import com.fataplus.migrations.application.port.BackupWriter;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.application.port.DatabaseDump;
import com.fataplus.migrations.application.port.DatabaseDump.DumpTool;
import com.fataplus.migrations.application.port.LockRequest;
import com.fataplus.migrations.application.port.MigrationSession;
import com.fataplus.migrations.application.port.ServerInfo;
import com.fataplus.migrations.domain.ledger.RunId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Takes a backup: a complete dump with its manifest, or a failure that leaves nothing behind. */
public final class TakeBackup {
    private final Database database;
    private final DatabaseDump dump;
    private final BackupStore store;
    private final BackupConfig config;
    private final BackupPruning pruning;
    private final Duration lockWait;
    private final Clock clock;

    public TakeBackup(
            Database database,
            DatabaseDump dump,
            BackupStore store,
            BackupConfig config,
            Duration lockWait,
            Clock clock) {
        this.database = requireNonNull(database, "database");
        this.dump = requireNonNull(dump, "dump");
        this.store = requireNonNull(store, "store");
        this.config = requireNonNull(config, "config");
        this.pruning = new BackupPruning(store, clock);
        this.lockWait = requireNonNull(lockWait, "lockWait");
        this.clock = requireNonNull(clock, "clock");
    }

    /** A backup that a person wants; configuration says the rest. */
    public record Request() {}

    /** Waits for the migration lock, so that no run changes the schema meanwhile. */
    public Backup run(Request request, RunContext context) {
        requireNonNull(request, "request");
        try (MigrationSession session = database.openSession(new LockRequest(lockWait, "backup create"), context)) {
            return take(session, Optional.empty(), context);
        }
    }

    /**
     * Takes the backup of a run that is about to change something, in its session. No transaction may be open there: the dump would wait for
     * its locks while it waits for the dump.
     */
    Backup before(MigrationSession session, RunId run, RunContext context) {
        return take(session, Optional.of(run), context);
    }

    /** Removes what the configuration lets go, after a run that succeeded; that this fails is no reason for the run to. */
    void applyRetention(MigrationSession session, RunContext context) {
        Retention retention = new Retention(config.keep(), config.olderThan());
        try {
            pruning.prune(retention, session, session.server(), context);
        } catch (MigrationException e) {
            context.tell(new MigrationEvent.Warning(
                    e.failure().code(), "old backups stay: " + e.failure().summary()));
        }
    }

    private Backup take(MigrationSession session, Optional<RunId> run, RunContext context) {
        ServerInfo server = session.server();
        DumpTool tool = dump.find(server);
        FreeSpace.require(store.freeBytes(), server, config.format());
        Instant start = clock.instant();
        try (BackupWriter writer = store.begin(new BackupStart(start, config.format()))) {
            context.tell(new MigrationEvent.BackupStarted(writer.name(), server.databaseBytes()));
            String fingerprint = session.schema().fingerprint().value();
            dump.dump(
                    tool,
                    writer.target(),
                    written -> context.tell(
                            new MigrationEvent.BackupProgress(writer.name(), written, server.databaseBytes())),
                    context.cancellation());
            Backup backup = new Backup(
                    writer.name(),
                    start,
                    server.address(),
                    server.version(),
                    tool.version(),
                    config.format(),
                    session.ledger().heads(),
                    fingerprint,
                    writer.contents(),
                    Duration.between(start, clock.instant()),
                    run.map(RunId::value),
                    Optional.empty());
            writer.complete(backup);
            context.tell(new MigrationEvent.BackupFinished(backup.name(), backup.bytes(), backup.duration()));
            return backup;
        }
    }
}
