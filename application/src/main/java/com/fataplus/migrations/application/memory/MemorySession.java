package com.fataplus.migrations.application.memory;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.ServerFailure;
import com.fataplus.migrations.application.port.LedgerFound;
import com.fataplus.migrations.application.port.MigrationSession;
import com.fataplus.migrations.application.port.Replacement;
import com.fataplus.migrations.application.port.RunJournal;
import com.fataplus.migrations.application.port.RunStart;
import com.fataplus.migrations.application.port.SectionRun;
import com.fataplus.migrations.application.port.ServerInfo;
import com.fataplus.migrations.application.port.StatementProgress;
import com.fataplus.migrations.application.port.Transaction;
import com.fataplus.migrations.domain.ledger.AppliedRevision;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.ledger.Run;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.RunStep;
import com.fataplus.migrations.domain.ledger.StepState;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.schema.SchemaSnapshot;
import com.fataplus.migrations.domain.script.Direction;
import com.fataplus.migrations.domain.script.MigrationScript;
import com.fataplus.migrations.domain.script.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** The session that has the lock; lost connections give it back. */
final class MemorySession implements MigrationSession {
    private final InMemoryDatabase database;
    private final RunContext context;
    private final LedgerFound ledgerFound;
    private boolean connected = true;

    MemorySession(InMemoryDatabase database, LedgerFound ledgerFound, RunContext context) {
        this.database = database;
        this.ledgerFound = ledgerFound;
        this.context = context;
    }

    @Override
    public ServerInfo server() {
        return connected().server();
    }

    @Override
    public LedgerFound ledgerFound() {
        return ledgerFound;
    }

    @Override
    public Ledger ledger() {
        return connected().ledger();
    }

    @Override
    public Optional<MigrationScript> recordedScript(RevisionId revision) {
        return connected().recordedScript(revision);
    }

    @Override
    public List<Run> runs(int limit) {
        return connected().runs(limit);
    }

    @Override
    public List<RunStep> steps(RunId run) {
        return connected().steps(run);
    }

    @Override
    public SchemaSnapshot schema() {
        return connected().committed().schema();
    }

    @Override
    public <T> T inTransaction(Function<Transaction, T> work) {
        OpenTransaction transaction =
                new OpenTransaction(connected().committed().copy());
        T result = work.apply(transaction);
        connected().commit(transaction.state);
        transaction.done.forEach(step -> step.note(database.journal()));
        return result;
    }

    @Override
    public <T> T onTrial(RunStart start, BiFunction<Transaction, RunId, T> work) {
        OpenTransaction transaction =
                new OpenTransaction(connected().committed().copy());
        return work.apply(transaction, connected().journal().next());
    }

    @Override
    public void outsideTransaction(SectionRun run, StatementProgress progress) {
        each(run, progress, statement -> {
            MemoryState state = connected().committed().copy();
            state.run(statement.text());
            database.commit(state);
        });
    }

    @Override
    public RunJournal journal() {
        return connected().journal();
    }

    @Override
    public Replacement replacement() {
        return new MemoryReplacement(connected(), this);
    }

    @Override
    public void close() {
        if (connected) {
            connected = false;
            database.unlock();
        }
    }

    private InMemoryDatabase connected() {
        if (!connected) {
            throw new MigrationException(new ServerFailure.ConnectionLost("the session is over"));
        }
        return database;
    }

    private void each(SectionRun run, StatementProgress progress, Consumer<Statement> execution) {
        List<Statement> statements = run.section().statements();
        for (int i = run.firstStatement(); i < statements.size(); i++) {
            context.cancellation().check();
            strike(run, statements.get(i));
            execution.accept(statements.get(i));
            progress.done(i, statements.get(i), Duration.ZERO);
        }
    }

    private void strike(SectionRun run, Statement statement) {
        try {
            connected().faults().strike(run.section(), statement);
        } catch (MigrationException e) {
            if (e.failure() instanceof ServerFailure.ConnectionLost) {
                close();
            }
            throw e;
        }
    }

    private final class OpenTransaction implements Transaction {
        private final MemoryState state;
        private final List<DoneStep> done = new ArrayList<>();

        private OpenTransaction(MemoryState state) {
            this.state = state;
        }

        @Override
        public void run(SectionRun run, StatementProgress progress) {
            each(run, progress, statement -> state.run(statement.text()));
        }

        @Override
        public void record(AppliedRevision row, MigrationScript script) {
            state.record(row, script);
            done.add(new DoneStep(row.run(), row.id(), Direction.UP));
        }

        @Override
        public void forget(RevisionId revision, RunId run) {
            state.forget(revision);
            done.add(new DoneStep(run, revision, Direction.DOWN));
        }
    }

    private record DoneStep(RunId run, RevisionId revision, Direction direction) {
        void note(MemoryJournal journal) {
            journal.note(run, revision, direction, StepState.DONE, 0, Optional.empty());
        }
    }
}
