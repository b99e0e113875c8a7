package com.fataplus.migrations.application.port;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.domain.schema.SchemaSnapshot;

/** The database being migrated. Nothing here changes it but {@link #openSession}. */
public interface Database extends LedgerReader {
    /** Connects and tells whom it met; must refuse a server older than PostgreSQL 14. Takes no lock. */
    ServerInfo server();

    /** The schema as it is now; takes no lock. */
    SchemaSnapshot schema();

    /**
     * Waits up to {@code lock.patience()} for the lock, telling who has it, and creates the ledger where there is none. Must fail with
     * {@code ServerFailure.LockHeld} when time is up. At most one session is open on a database at any time, across processes, and the lock
     * is gone when the session is closed or its process dies.
     */
    MigrationSession openSession(LockRequest lock, RunContext context);
}
