package com.fataplus.migrations.application.memory;

import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.RefusedFailure;
import com.fataplus.migrations.application.port.NewDatabase;
import com.fataplus.migrations.application.port.Replacement;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.RunOutcome;
import java.util.List;
import java.util.Optional;

/** Swaps states, where a server swaps names. */
record MemoryReplacement(InMemoryDatabase database, MemorySession session) implements Replacement {
    @Override
    public List<String> obstacles() {
        return database.obstacles();
    }

    @Override
    public List<String> connected() {
        return database.connected();
    }

    @Override
    public String carrying(RunId run, Optional<RunOutcome> outcome) {
        return MemoryJournal.finishing(run, outcome);
    }

    @Override
    public void giveWayTo(NewDatabase other, String aside, Clients clients) {
        switch (clients) {
            case TERMINATE -> database.disconnect();
            case RESPECT -> {}
        }
        session.close();
        if (!database.connected().isEmpty()) {
            throw new MigrationException(RefusedFailure.NotAllowed.inUse(database.connected()));
        }
        ((InMemoryNewDatabases.Successor) other).takeOver(aside);
    }
}
