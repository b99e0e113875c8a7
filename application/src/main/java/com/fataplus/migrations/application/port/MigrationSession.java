package com.fataplus.migrations.application.port;

import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.schema.SchemaSnapshot;
import java.util.function.BiFunction;
import java.util.function.Function;

/** One connection that has the lock; scripts, ledger and journal share it. Not safe for use by several threads. */
public interface MigrationSession extends LedgerReader, AutoCloseable {
    /** The server this session is on. */
    ServerInfo server();

    /** How the ledger was before this session was opened. */
    LedgerFound ledgerFound();

    /** The schema as it is now, read outside any transaction of ours. */
    SchemaSnapshot schema();

    /**
     * Runs the work in one transaction: commits on return, rolls back on any throw and throws the same again. Session settings and roles that
     * a script changed must not be visible to the next transaction. A cancellation cancels the running statement and surfaces as
     * {@code RunFailure.Cancelled}.
     */
    <T> T inTransaction(Function<Transaction, T> work);

    /**
     * Runs the work as {@link #inTransaction} would, with the checks that a commit makes, and rolls back in any case. The run begins in the
     * same transaction, so the journal forgets it too.
     */
    <T> T onTrial(RunStart start, BiFunction<Transaction, RunId, T> work);

    /**
     * Runs one statement after another, each committed on its own; the settings rule of {@link #inTransaction} holds. Where the script begins
     * a transaction itself, its statements are told as done when that has ended; one that is left open is rolled back, and the call fails.
     */
    void outsideTransaction(SectionRun run, StatementProgress progress);

    /** The journal of runs, written outside the transactions of scripts so that it survives their failure. */
    RunJournal journal();

    /** How what is in the database can make way for a dump. */
    Replacement replacement();

    /** Gives the lock back; must not hide an earlier failure. */
    @Override
    void close();
}
