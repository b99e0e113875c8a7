package com.fataplus.migrations.application.port;

import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.event.MigrationEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What every {@link Database} does, with its sessions, transactions and journal. */
public abstract class DatabaseContract implements LockContract, TransactionContract, LedgerContract, JournalContract {
    private final List<MigrationEvent> events = new CopyOnWriteArrayList<>();
    private final Cancellation cancellation = new Cancellation();

    @Override
    public final List<MigrationEvent> events() {
        return events;
    }

    @Override
    public final Cancellation cancellation() {
        return cancellation;
    }
}
