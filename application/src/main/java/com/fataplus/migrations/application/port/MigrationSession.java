package com.fataplus.migrations.application.port;

import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.schema.SchemaSnapshot;
import com.fataplus.migrations.domain.script.MigrationScript;
import java.util.Optional;
import java.util.function.Function;

/** One connection that has the lock; scripts, ledger and journal share it. Not safe for use by several threads. */
public interface MigrationSession extends AutoCloseable {
    /** The ledger as it is now. */
    Ledger ledger();

    /** The script of an applied revision as it was when it was applied; empty where the revision is not applied. */
    Optional<MigrationScript> recordedScript(RevisionId revision);

    /** The schema as it is now, read outside any transaction of ours. */
    SchemaSnapshot schema();

    /**
     * Runs the work in one transaction: commits on return, rolls back on any throw and throws the same again. Session settings and roles that
     * a script changed must not be visible to the next transaction. A cancellation cancels the running statement and surfaces as
     * {@code RunFailure.Cancelled}.
     */
    <T> T inTransaction(Function<Transaction, T> work);

    /** Runs one statement after another, each committed on its own; the settings rule of {@link #inTransaction} holds. */
    void outsideTransaction(SectionRun run, StatementProgress progress);

    /** The journal of runs, written outside the transactions of scripts so that it survives their failure. */
    RunJournal journal();

    /** Gives the lock back; must not hide an earlier failure. */
    @Override
    void close();
}
