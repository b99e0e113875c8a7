package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.LedgerFound;
import com.fataplus.migrations.application.port.MigrationSession;
import com.fataplus.migrations.application.port.Replacement;
import com.fataplus.migrations.application.port.RunJournal;
import com.fataplus.migrations.application.port.RunStart;
import com.fataplus.migrations.application.port.SectionRun;
import com.fataplus.migrations.application.port.ServerInfo;
import com.fataplus.migrations.application.port.StatementProgress;
import com.fataplus.migrations.application.port.Transaction;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.ledger.Run;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.RunStep;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.schema.SchemaSnapshot;
import com.fataplus.migrations.domain.script.MigrationScript;
import com.fataplus.migrations.postgres.catalog.CatalogReader;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/** The connection that has the lock; the only place that begins, commits and rolls back. */
final class PostgresSession implements MigrationSession {
    /** Without looking at what a section did to the session's settings and role. */
    static final String BEGIN_AS_OURSELVES =
            "begin read write; set local session authorization default; set local role to default";

    private final Sql sql;
    private final ServerInfo server;
    private final LedgerFound ledgerFound;
    private final LedgerSchema ledgerSchema;
    private final LedgerQueries queries;
    private final LedgerWriter writer;
    private final SectionRunner sections;
    private final ScriptSettings settings;
    private final StatementWatch watch;
    private final RunJournal journal;
    private final Clock clock;
    private Phase phase = Phase.IDLE;

    PostgresSession(
            Sql sql,
            ServerInfo server,
            LedgerFound ledgerFound,
            LedgerSchema ledgerSchema,
            LedgerWriter writer,
            ScriptSettings settings,
            StatementWatch watch,
            Clock clock,
            RunContext context) {
        this.sql = requireNonNull(sql, "sql");
        this.server = requireNonNull(server, "server");
        this.ledgerFound = requireNonNull(ledgerFound, "ledgerFound");
        this.ledgerSchema = requireNonNull(ledgerSchema, "ledgerSchema");
        this.queries = new LedgerQueries(sql.connection(), ledgerSchema);
        this.writer = requireNonNull(writer, "writer");
        this.settings = requireNonNull(settings, "settings");
        this.watch = requireNonNull(watch, "watch");
        this.sections = new SectionRunner(sql.connection(), watch, new Grants(server.user()), context);
        this.clock = requireNonNull(clock, "clock");
        this.journal = new SessionJournal(writer, this::writingTheJournal);
    }

    /** What the connection is busy with. */
    private enum Phase {
        IDLE,
        IN_TRANSACTION,
        /** In a section that commits statement by statement: its settings are in force, its role may be. */
        BETWEEN_STATEMENTS
    }

    @Override
    public ServerInfo server() {
        return server;
    }

    @Override
    public LedgerFound ledgerFound() {
        return ledgerFound;
    }

    @Override
    public Ledger ledger() {
        return queries.ledger();
    }

    @Override
    public Optional<MigrationScript> recordedScript(RevisionId revision) {
        return queries.recordedScript(revision);
    }

    @Override
    public List<Run> runs(int limit) {
        return queries.runs(limit);
    }

    @Override
    public List<RunStep> steps(RunId run) {
        return queries.steps(run);
    }

    @Override
    public SchemaSnapshot schema() {
        require(Phase.IDLE);
        return ServerFailures.doing("read the schema", () -> CatalogReader.read(sql.connection(), ledgerSchema.name()));
    }

    @Override
    public <T> T inTransaction(Function<Transaction, T> work) {
        require(Phase.IDLE);
        ServerFailures.performing("begin a transaction", () -> sql.connection().setAutoCommit(false));
        phase = Phase.IN_TRANSACTION;
        OpenTransaction transaction = new OpenTransaction(sql.connection(), sections, settings, writer);
        try {
            T result = work.apply(transaction);
            commit(transaction);
            return result;
        } catch (Throwable e) {
            rollBack(e);
            throw e;
        } finally {
            phase = Phase.IDLE;
        }
    }

    @Override
    public <T> T onTrial(RunStart start, BiFunction<Transaction, RunId, T> work) {
        require(Phase.IDLE);
        ServerFailures.performing("begin a transaction", () -> sql.connection().setAutoCommit(false));
        phase = Phase.IN_TRANSACTION;
        OpenTransaction transaction = new OpenTransaction(sql.connection(), sections, settings, writer);
        try {
            T result = work.apply(transaction, writer.begin(start));
            checkDeferredConstraints(transaction);
            ServerFailures.performing("roll back", () -> {
                sql.connection().rollback();
                sql.connection().setAutoCommit(true);
            });
            return result;
        } catch (Throwable e) {
            rollBack(e);
            throw e;
        } finally {
            phase = Phase.IDLE;
        }
    }

    @Override
    public void outsideTransaction(SectionRun run, StatementProgress progress) {
        require(Phase.IDLE);
        phase = Phase.BETWEEN_STATEMENTS;
        StatementByStatement alone = new StatementByStatement(sql, sections, settings);
        try {
            alone.run(run, progress);
        } catch (Throwable e) {
            alone.cleanUpAfter(e);
            throw e;
        } finally {
            phase = Phase.IDLE;
        }
    }

    @Override
    public RunJournal journal() {
        return journal;
    }

    @Override
    public Replacement replacement() {
        require(Phase.IDLE);
        return new PostgresReplacement(sql, this, ledgerSchema, clock);
    }

    @Override
    public void close() {
        watch.close();
        try {
            handBack(sql);
        } catch (SQLException e) {
            // The connection is gone, and so is the lock; whatever broke it was thrown before.
        } finally {
            hangUp();
        }
    }

    private void checkDeferredConstraints(OpenTransaction transaction) {
        try {
            sql.run("set constraints all immediate");
        } catch (SQLException e) {
            throw new MigrationException(transaction.commitFailure(e), e);
        }
    }

    /**
     * Leaves nothing in the session, the lock included: a pooler gives it to somebody else, and a server left to itself lets go of a lock only
     * some time after it lost sight of us.
     */
    static void handBack(Sql sql) throws SQLException {
        sql.run("discard all");
    }

    private void commit(OpenTransaction transaction) {
        try {
            sql.connection().commit();
            sql.connection().setAutoCommit(true);
        } catch (SQLException e) {
            throw new MigrationException(transaction.commitFailure(e), e);
        }
    }

    private void rollBack(Throwable first) {
        try {
            sql.connection().rollback();
            sql.connection().setAutoCommit(true);
            // What is prepared outlives the transaction.
            settings.forget();
        } catch (SQLException e) {
            first.addSuppressed(e);
            hangUp();
        }
    }

    /** Leaves the rest to the server, which rolls back what has no client. */
    private void hangUp() {
        try {
            sql.connection().close();
        } catch (SQLException e) {
            // It was closed from the other end.
        }
    }

    private <T> T writingTheJournal(Supplier<T> write) {
        return switch (phase) {
            case IDLE -> write.get();
            case BETWEEN_STATEMENTS -> asOurselves(write);
            case IN_TRANSACTION ->
                throw new IllegalStateException("what is journalled in a transaction would be gone with it");
        };
    }

    private <T> T asOurselves(Supplier<T> write) {
        return ServerFailures.doing("write the journal", () -> {
            sql.run(BEGIN_AS_OURSELVES);
            try {
                T written = write.get();
                sql.run("commit");
                return written;
            } catch (RuntimeException e) {
                sql.run("rollback");
                throw e;
            }
        });
    }

    private void require(Phase required) {
        if (phase != required) {
            throw new IllegalStateException("the session is " + phase + " and has to be " + required);
        }
    }
}
