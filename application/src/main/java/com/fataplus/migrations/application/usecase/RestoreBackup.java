package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.RefusedFailure;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.BackupStore;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.application.port.DatabaseDump;
import com.fataplus.migrations.application.port.DatabaseDump.DumpTool;
import com.fataplus.migrations.application.port.LockRequest;
import com.fataplus.migrations.application.port.MigrationSession;
import com.fataplus.migrations.application.port.NewDatabases;
import com.fataplus.migrations.application.port.Replacement;
import com.fataplus.migrations.application.port.Replacement.Clients;
import com.fataplus.migrations.application.port.RunStart;
import com.fataplus.migrations.application.port.StoredDump;
import com.fataplus.migrations.domain.ledger.Run;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.RunOutcome;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Puts a backup in the place of the database: all of it, or nothing. */
public final class RestoreBackup {
    /** As the journal knows it: where it is unfinished, the database is the one that was to be replaced. */
    static final String COMMAND = "backup restore";

    private final BackupStore store;
    private final DatabaseDump dumps;
    private final Database database;
    private final NewDatabases newDatabases;
    private final TakeBackup takeBackup;
    private final RestoreWork work;
    private final Operator operator;
    private final Settings settings;
    private final Clock clock;

    RestoreBackup(
            BackupStore store,
            DatabaseDump dumps,
            Database database,
            NewDatabases newDatabases,
            TakeBackup takeBackup,
            RestoreWork work,
            Operator operator,
            Settings settings,
            Clock clock) {
        this.store = requireNonNull(store, "store");
        this.dumps = requireNonNull(dumps, "dumps");
        this.database = requireNonNull(database, "database");
        this.newDatabases = requireNonNull(newDatabases, "newDatabases");
        this.takeBackup = requireNonNull(takeBackup, "takeBackup");
        this.work = requireNonNull(work, "work");
        this.operator = requireNonNull(operator, "operator");
        this.settings = requireNonNull(settings, "settings");
        this.clock = requireNonNull(clock, "clock");
    }

    /** What the configuration says. */
    record Settings(String address, Duration lockWait) {}

    /**
     * What is asked for.
     *
     * @param backup a name as typed, {@code latest}, or a path
     */
    public record Request(String backup, Clients clients, Safety safety, OldDatabase old, Confirmation confirmation) {
        public Request {
            requireNonNull(backup, "backup");
            requireNonNull(clients, "clients");
            requireNonNull(safety, "safety");
            requireNonNull(old, "old");
            requireNonNull(confirmation, "confirmation");
        }
    }

    /** Whether a backup comes first. */
    public enum Safety {
        BACKUP,
        NONE
    }

    /** What becomes of the database that was swapped out. */
    public enum OldDatabase {
        KEEP,
        DROP
    }

    /** Asks whoever wants it once more, when all is known. */
    @FunctionalInterface
    public interface Confirmation {
        Consent ask(Prospect prospect);
    }

    /** The answer. */
    public enum Consent {
        GIVEN,
        REFUSED
    }

    /**
     * What a restore will do.
     *
     * @param since runs since the backup, newest first: what they did will be gone
     */
    public record Prospect(
            String backup, Optional<Backup> manifest, String address, List<RevisionId> heads, List<Run> since) {
        public Prospect {
            requireNonNull(backup, "backup");
            requireNonNull(manifest, "manifest");
            requireNonNull(address, "address");
            heads = List.copyOf(heads);
            since = List.copyOf(since);
        }
    }

    /**
     * What a restore did.
     *
     * @param safety the backup of what was there before
     * @param aside the name under which the database that was there before still stands
     * @param notCompared why the schema could not be compared with the manifest's
     */
    public record Report(
            RunId run,
            String backup,
            List<RevisionId> heads,
            Optional<Backup> safety,
            Optional<String> aside,
            Optional<String> notCompared,
            Duration took) {
        public Report {
            requireNonNull(run, "run");
            requireNonNull(backup, "backup");
            heads = List.copyOf(heads);
            requireNonNull(safety, "safety");
            requireNonNull(aside, "aside");
            requireNonNull(notCompared, "notCompared");
            requireNonNull(took, "took");
        }
    }

    /** Under the migration lock; whatever goes wrong leaves the database that was there, or says that it does not. */
    public Report run(Request request, RunContext context) {
        Instant start = clock.instant();
        StoredDump dump = dump(request.backup());
        requireSound(dump, context);
        try (MigrationSession session = database.openSession(new LockRequest(settings.lockWait(), COMMAND), context)) {
            Journalled.closeUnfinished(session, context);
            Replacement replacement = session.replacement();
            RestoreWork.requirePossible(replacement);
            if (request.clients() == Clients.RESPECT && !replacement.connected().isEmpty()) {
                throw new MigrationException(RefusedFailure.NotAllowed.inUse(replacement.connected()));
            }
            DumpTool tool = dumps.findReader(dump, session.server().version());
            requireConsent(request, prospect(dump, session));
            RunId run = begin(session, dump);
            Optional<Backup> safety = safety(request, session, run, context);
            var order = new RestoreWork.Order(run, dump, tool, request.clients(), Optional.of(RunOutcome.SUCCEEDED));
            RestoreWork.Done done = work.perform(order, expectation(dump), session, context);
            Optional<String> aside = settle(request.old(), done.aside());
            return new Report(
                    run,
                    dump.name(),
                    database.ledger().heads(),
                    safety,
                    aside,
                    dump.manifest().flatMap(manifest -> SchemaComparison.obstacle(manifest, done.server())),
                    Duration.between(start, clock.instant()));
        }
    }

    /** A name of the store goes before a file of that name. */
    private StoredDump dump(String typed) {
        BackupNames names = new BackupNames(store, settings.address());
        return names.find(typed)
                .map(backup -> store.open(backup.name()))
                .orElseGet(() -> typed.contains("/") || typed.contains(".")
                        ? store.openFile(typed)
                        : store.open(names.one(typed).name()));
    }

    private void requireSound(StoredDump dump, RunContext context) {
        List<String> damages = dump.damages();
        if (!damages.isEmpty()) {
            throw new MigrationException(new RefusedFailure.NotAllowed(
                    "restore.damaged", String.join("\n", damages), Optional.of("choose another: fata backup list")));
        }
        dump.manifest()
                .ifPresent(manifest ->
                        dumps.read(dumps.findReader(dump, manifest.serverVersion()), dump, context.cancellation()));
    }

    private Prospect prospect(StoredDump dump, MigrationSession session) {
        List<Run> since = session.runs(Integer.MAX_VALUE).stream()
                .filter(run -> dump.manifest().stream()
                        .anyMatch(backup -> run.startedAt().isAfter(backup.takenAt())))
                .toList();
        return new Prospect(
                dump.name(),
                dump.manifest(),
                session.server().address(),
                session.ledger().heads(),
                since);
    }

    private static void requireConsent(Request request, Prospect prospect) {
        switch (request.confirmation().ask(prospect)) {
            case GIVEN -> {}
            case REFUSED ->
                throw new MigrationException(new RefusedFailure.NotAllowed(
                        "restore.not-confirmed",
                        "nobody confirmed that " + prospect.backup() + " takes the place of " + prospect.address(),
                        Optional.of("answer yes on a terminal, or say so at once: --yes")));
        }
    }

    private RunId begin(MigrationSession session, StoredDump dump) {
        return session.journal()
                .begin(new RunStart(
                        COMMAND, dump.name(), Optional.empty(), operator.name(), operator.toolVersion(), "swap"));
    }

    private Optional<Backup> safety(Request request, MigrationSession session, RunId run, RunContext context) {
        return switch (request.safety()) {
            case NONE -> Optional.empty();
            case BACKUP -> {
                try {
                    Backup backup = takeBackup.before(session, run, context);
                    session.journal().backedUp(run, backup.name());
                    yield Optional.of(backup);
                } catch (MigrationException e) {
                    session.journal().finish(run, RunOutcome.ROLLED_BACK);
                    throw e;
                }
            }
        };
    }

    private static RestoreWork.Expectation expectation(StoredDump dump) {
        return (server, restored) -> dump.manifest()
                .map(manifest -> SchemaComparison.differences(manifest, server, restored))
                .orElse(List.of());
    }

    private Optional<String> settle(OldDatabase old, Optional<String> aside) {
        return switch (old) {
            case KEEP -> aside;
            case DROP -> {
                aside.ifPresent(newDatabases::dropAside);
                yield Optional.empty();
            }
        };
    }
}
