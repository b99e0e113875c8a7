package com.fataplus.migrations.application.memory;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.LockHolder;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.ServerFailure;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.application.port.LedgerFound;
import com.fataplus.migrations.application.port.LockRequest;
import com.fataplus.migrations.application.port.MigrationSession;
import com.fataplus.migrations.application.port.ServerInfo;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.ledger.Run;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.RunStep;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.schema.SchemaSnapshot;
import com.fataplus.migrations.domain.script.MigrationScript;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A database that understands no SQL: it keeps the statements it was given, as transactions left them, and a ledger. {@link #faults} makes it
 * fail on purpose.
 */
public final class InMemoryDatabase implements Database {
    private static final ServerInfo SERVER =
            new ServerInfo("18.6 (in memory)", 18, "memory:5432/fataplus_dev", "fataplus_dev", "fataplus_user", 0);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(5);
    private static final int OUR_PID = 1;

    private final MemoryJournal journal;
    private final Faults faults = new Faults();
    private final AtomicReference<Optional<LockHolder>> lock = new AtomicReference<>(Optional.empty());
    private volatile MemoryState committed = new MemoryState();
    private volatile ServerInfo server = SERVER;
    private volatile LedgerFound ledger = LedgerFound.ABSENT;
    private volatile List<String> connected = List.of();
    private volatile String follow = "";
    private volatile List<String> obstacles = List.of();

    public InMemoryDatabase(Clock clock) {
        this.journal = new MemoryJournal(requireNonNull(clock, "clock"));
    }

    /** What is to go wrong. */
    public Faults faults() {
        return faults;
    }

    /** Every statement that was committed, oldest first. */
    public List<String> statements() {
        return committed.statements();
    }

    /** What it says its size is, from now on; nothing at first. */
    public void setBytes(long bytes) {
        server = new ServerInfo(
                SERVER.version(), SERVER.major(), SERVER.address(), SERVER.database(), SERVER.user(), bytes);
    }

    /** Lets somebody else have the lock, until {@link #unlock}. */
    public void lockFor(LockHolder holder) {
        lock.set(Optional.of(holder));
    }

    /** Takes the lock from whoever has it. */
    public void unlock() {
        lock.set(Optional.empty());
    }

    @Override
    public ServerInfo server() {
        faults.connect(SERVER.address());
        return server;
    }

    @Override
    public Ledger ledger() {
        faults.connect(SERVER.address());
        return new Ledger(committed.applied(), journal.unfinished());
    }

    @Override
    public Optional<MigrationScript> recordedScript(RevisionId revision) {
        faults.connect(SERVER.address());
        return committed.script(revision);
    }

    @Override
    public List<Run> runs(int limit) {
        faults.connect(SERVER.address());
        return journal.newest(limit);
    }

    @Override
    public List<RunStep> steps(RunId run) {
        faults.connect(SERVER.address());
        return journal.steps(run);
    }

    @Override
    public SchemaSnapshot schema() {
        return committed.schema();
    }

    @Override
    public MigrationSession openSession(LockRequest request, RunContext context) {
        faults.connect(SERVER.address());
        var holder =
                new LockHolder(OUR_PID, SERVER.user(), "fata " + request.purpose(), Optional.empty(), Optional.empty());
        Duration waited = Duration.ZERO;
        Optional<LockHolder> other = takeLock(holder);
        while (other.isPresent()) {
            context.cancellation().check();
            if (waited.compareTo(request.patience()) >= 0) {
                throw new MigrationException(new ServerFailure.LockHeld(other.get(), waited));
            }
            if (waited.isZero()) {
                context.tell(new MigrationEvent.WaitingForLock(other.get(), waited));
            }
            context.cancellation().pause(BETWEEN_ATTEMPTS);
            waited = waited.plus(BETWEEN_ATTEMPTS);
            other = takeLock(holder);
        }
        context.tell(new MigrationEvent.LockAcquired(waited));
        LedgerFound found = ledger;
        ledger = LedgerFound.CURRENT;
        return new MemorySession(this, found, context);
    }

    /** Answers with whoever had it before us. */
    private Optional<LockHolder> takeLock(LockHolder holder) {
        return lock.getAndUpdate(present -> present.isPresent() ? present : Optional.of(holder));
    }

    /** Who else is connected, from now on. */
    public void connect(String... clients) {
        connected = List.of(clients);
    }

    void disconnect() {
        connected = List.of();
    }

    /** What stands in the way of a restore, from now on. */
    public void obstruct(String obstacle) {
        obstacles = List.of(obstacle);
    }

    List<String> connected() {
        return connected;
    }

    List<String> obstacles() {
        return obstacles;
    }

    /** Has that state from now on, and knows what has to follow once it is the database. */
    void restored(MemoryState state, String afterwards) {
        committed = state;
        follow = afterwards;
    }

    /** Has the contents of one that was restored; the journal stays, and goes on as it was told. */
    void take(MemoryState state, String afterwards) {
        committed = state;
        journal.follow(afterwards);
    }

    String follow() {
        return follow;
    }

    MemoryState committed() {
        return committed;
    }

    void commit(MemoryState state) {
        committed = state;
    }

    MemoryJournal journal() {
        return journal;
    }
}
