package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.BackupFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.BackupCheck;
import com.fataplus.migrations.application.port.BackupCheck.Depth;
import com.fataplus.migrations.application.port.BackupStore;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.application.port.DatabaseDump;
import com.fataplus.migrations.application.port.NewDatabase;
import com.fataplus.migrations.application.port.NewDatabases;
import com.fataplus.migrations.application.port.RestoreTarget;
import com.fataplus.migrations.application.port.ServerInfo;
import com.fataplus.migrations.application.port.StoredDump;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out whether backups could be restored: by their bytes, by reading them to the end, by restoring them elsewhere. */
public final class VerifyBackup {
    private final BackupStore store;
    private final DatabaseDump dumps;
    private final Database database;
    private final NewDatabases newDatabases;
    private final String address;
    private final Clock clock;

    /** @param address of the database whose latest backup may be asked for */
    public VerifyBackup(
            BackupStore store,
            DatabaseDump dumps,
            Database database,
            NewDatabases newDatabases,
            String address,
            Clock clock) {
        this.store = requireNonNull(store, "store");
        this.dumps = requireNonNull(dumps, "dumps");
        this.database = requireNonNull(database, "database");
        this.newDatabases = requireNonNull(newDatabases, "newDatabases");
        this.address = requireNonNull(address, "address");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * What to look at.
     *
     * @param name as typed, or {@code latest}; empty for all there are
     */
    public record Request(Optional<String> name, Depth depth) {
        public Request {
            requireNonNull(name, "name");
            requireNonNull(depth, "depth");
        }
    }

    /**
     * What was found.
     *
     * @param unreadable one sentence for each backup that cannot even be listed
     */
    public record Report(List<Checked> checked, List<String> unreadable) {
        public Report {
            checked = List.copyOf(checked);
            unreadable = List.copyOf(unreadable);
        }

        /** True where nothing is wrong with any. */
        public boolean isSound() {
            return unreadable.isEmpty()
                    && checked.stream().allMatch(one -> one.check().problems().isEmpty());
        }
    }

    /**
     * One of them.
     *
     * @param notCompared why the schema could not be compared, where it was restored but not compared
     */
    public record Checked(String name, BackupCheck check, Optional<String> notCompared) {
        public Checked {
            requireNonNull(name, "name");
            requireNonNull(check, "check");
            requireNonNull(notCompared, "notCompared");
        }
    }

    /** Takes no lock; a problem is an answer, no failure. */
    public Report run(Request request, RunContext context) {
        List<String> unreadable = store.unreadable();
        if (request.name().isEmpty()) {
            return new Report(
                    store.list().stream()
                            .map(backup -> check(backup, request.depth(), context))
                            .toList(),
                    unreadable);
        }
        String typed = request.name().get();
        BackupNames names = new BackupNames(store, address);
        List<String> damaged = unreadable.stream()
                .filter(line -> line.contains("/" + stem(typed) + ".json"))
                .toList();
        return names.find(typed).isEmpty() && !damaged.isEmpty()
                ? new Report(List.of(), damaged)
                : new Report(List.of(check(names.one(typed), request.depth(), context)), List.of());
    }

    private static String stem(String typed) {
        int dot = typed.indexOf('.');
        return dot < 0 ? typed : typed.substring(0, dot);
    }

    private Checked check(Backup backup, Depth depth, RunContext context) {
        context.cancellation().check();
        StoredDump dump = store.open(backup.name());
        List<String> problems = new ArrayList<>(dump.damages());
        Optional<String> notCompared = Optional.empty();
        if (problems.isEmpty()) {
            problems.addAll(asking("backup.unreadable", () -> read(dump, backup, context)));
        }
        if (problems.isEmpty() && depth == Depth.RESTORED) {
            ServerInfo server = database.server();
            notCompared = SchemaComparison.obstacle(backup, server);
            problems.addAll(asking("restore.failed", () -> restored(dump, backup, server, context)));
        }
        BackupCheck check = new BackupCheck(clock.instant(), depth, problems);
        dump.note(check);
        context.tell(new MigrationEvent.BackupChecked(backup.name(), problems));
        return new Checked(backup.name(), check, notCompared);
    }

    private List<String> read(StoredDump dump, Backup backup, RunContext context) {
        dumps.read(dumps.findReader(dump, backup.serverVersion()), dump, context.cancellation());
        return List.of();
    }

    private List<String> restored(StoredDump dump, Backup backup, ServerInfo server, RunContext context) {
        try (NewDatabase fresh = newDatabases.create("verify")) {
            context.tell(new MigrationEvent.RestoreStarted(dump.name(), fresh.name()));
            dumps.restore(
                    dumps.findReader(dump, server.version()),
                    dump,
                    new RestoreTarget(fresh.name()),
                    bytes -> context.tell(new MigrationEvent.RestoreProgress(dump.name(), bytes)),
                    context.cancellation());
            return SchemaComparison.differences(backup, server, fresh.database());
        }
    }

    /** That a dump cannot be read or restored is what we wanted to know; that a program is missing is not. */
    private static List<String> asking(String verdict, Check check) {
        try {
            return check.problems();
        } catch (MigrationException e) {
            if (e.failure() instanceof BackupFailure failure && failure.code().equals(verdict)) {
                return List.of(failure.summary()
                        + failure.remedy().map(remedy -> "\nfix: " + remedy).orElse(""));
            }
            throw e;
        }
    }

    private interface Check {
        List<String> problems();
    }
}
