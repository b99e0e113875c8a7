package com.fataplus.migrations.application.port;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.ledger.Run;
import java.util.List;

/** The database being migrated. Nothing here changes it but {@link #openSession}. */
public interface Database {
    /** Connects and tells whom it met; must refuse a server older than PostgreSQL 14. Takes no lock. */
    ServerInfo server();

    /** Must return a consistent snapshot without any lock; {@link Ledger#EMPTY} where there is no ledger yet, which is not created. */
    Ledger ledger();

    /** The journal, newest first, at most {@code limit} runs; empty where there is no ledger yet. */
    List<Run> runs(int limit);

    /**
     * Waits up to {@code lock.patience()} for the lock, telling who has it, and creates the ledger where there is none. Must fail with
     * {@code ServerFailure.LockHeld} when time is up. At most one session is open on a database at any time, across processes, and the lock
     * is gone when the session is closed or its process dies.
     */
    MigrationSession openSession(LockRequest lock, RunContext context);
}
