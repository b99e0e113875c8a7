package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.BackupFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.RefusedFailure;
import com.fataplus.migrations.application.failure.RestoreFailure;
import com.fataplus.migrations.application.failure.RestoreFailure.Standing;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.application.port.DatabaseDump;
import com.fataplus.migrations.application.port.DatabaseDump.DumpTool;
import com.fataplus.migrations.application.port.LockRequest;
import com.fataplus.migrations.application.port.MigrationSession;
import com.fataplus.migrations.application.port.NewDatabase;
import com.fataplus.migrations.application.port.NewDatabases;
import com.fataplus.migrations.application.port.Replacement;
import com.fataplus.migrations.application.port.Replacement.Clients;
import com.fataplus.migrations.application.port.RestoreTarget;
import com.fataplus.migrations.application.port.ServerInfo;
import com.fataplus.migrations.application.port.StoredDump;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.RunOutcome;
import com.fataplus.migrations.domain.schema.SchemaSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Restores under a session's lock into a new database that takes the old one's name, and says which of them there is when that fails. */
final class RestoreWork {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd_HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** PostgreSQL cuts longer names. */
    private static final int LONGEST_NAME = 63;

    private final DatabaseDump dumps;
    private final Database database;
    private final NewDatabases newDatabases;
    private final Duration lockWait;
    private final Clock clock;

    RestoreWork(DatabaseDump dumps, Database database, NewDatabases newDatabases, Duration lockWait, Clock clock) {
        this.dumps = requireNonNull(dumps, "dumps");
        this.database = requireNonNull(database, "database");
        this.newDatabases = requireNonNull(newDatabases, "newDatabases");
        this.lockWait = requireNonNull(lockWait, "lockWait");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * What to restore and how.
     *
     * @param run the one that restores
     * @param outcome how that run ends by it; empty where its caller says so afterwards
     */
    record Order(RunId run, StoredDump dump, DumpTool tool, Clients clients, Optional<RunOutcome> outcome) {}

    /** How what was restored differs from what was to be; nothing is the answer hoped for. */
    @FunctionalInterface
    interface Expectation {
        List<String> differences(ServerInfo server, Database restored);
    }

    /** @param aside the name under which the database before still stands */
    record Done(ServerInfo server, Optional<String> aside) {}

    /** Refuses where something stands in the way. */
    static void requirePossible(Replacement replacement) {
        List<String> obstacles = replacement.obstacles();
        if (!obstacles.isEmpty()) {
            throw new MigrationException(new RefusedFailure.NotAllowed(
                    "restore.impossible",
                    "the database cannot be put aside:\n  " + String.join("\n  ", obstacles),
                    Optional.of("clear what is listed, then type the same command again")));
        }
    }

    /** Ends the session. */
    Done perform(Order order, Expectation expectation, MigrationSession session, RunContext context) {
        SchemaSnapshot before = session.schema();
        try {
            return swap(order, expectation, session, context);
        } catch (MigrationException cause) {
            throw failed(order, before, cause, session, context);
        }
    }

    private Done swap(Order order, Expectation expectation, MigrationSession session, RunContext context) {
        ServerInfo server = session.server();
        Replacement replacement = session.replacement();
        String carrying = replacement.carrying(order.run(), order.outcome());
        try (NewDatabase fresh = newDatabases.create("restore")) {
            restore(order, new RestoreTarget(fresh.name(), carrying), context);
            requireSame(order, expectation.differences(server, fresh.database()));
            context.cancellation().check();
            String aside = aside(server.database());
            replacement.giveWayTo(fresh, aside, order.clients());
            return new Done(server, Optional.of(aside));
        }
    }

    private void restore(Order order, RestoreTarget to, RunContext context) {
        String name = order.dump().name();
        context.tell(new MigrationEvent.RestoreStarted(name, to.database()));
        dumps.restore(
                order.tool(),
                order.dump(),
                to,
                bytes -> context.tell(new MigrationEvent.RestoreProgress(name, bytes)),
                context.cancellation());
    }

    private static void requireSame(Order order, List<String> differences) {
        if (!differences.isEmpty()) {
            throw new MigrationException(new BackupFailure(
                    "restore.differs",
                    "what " + order.dump().name() + " brings is not what was backed up:\n  "
                            + String.join("\n  ", differences),
                    Optional.empty()));
        }
    }

    private MigrationException failed(
            Order order,
            SchemaSnapshot before,
            MigrationException cause,
            MigrationSession session,
            RunContext context) {
        session.close();
        Standing standing;
        try (MigrationSession again = database.openSession(new LockRequest(lockWait, "backup restore"), context)) {
            standing = again.schema().equals(before) ? Standing.AS_BEFORE : Standing.UNKNOWN;
            if (order.outcome().isPresent()) {
                again.journal()
                        .finish(
                                order.run(),
                                standing == Standing.AS_BEFORE ? RunOutcome.ROLLED_BACK : RunOutcome.NEEDS_ATTENTION);
            }
        } catch (MigrationException second) {
            cause.addSuppressed(second);
            standing = Standing.UNKNOWN;
        }
        return new MigrationException(
                new RestoreFailure(order.run(), order.dump().name(), cause.failure(), standing), cause);
    }

    private String aside(String name) {
        String suffix = "_before_" + SECOND.format(clock.instant());
        return name.substring(0, Math.min(name.length(), LONGEST_NAME - suffix.length())) + suffix;
    }
}
