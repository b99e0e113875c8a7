package com.fataplus.migrations.application.usecase;

import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.MigrationSession;
import com.fataplus.migrations.application.port.RunStart;
import com.fataplus.migrations.application.port.Transaction;
import com.fataplus.migrations.domain.ledger.Run;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.RunOutcome;
import java.util.function.BiConsumer;

/** What the journal has to know about work that only writes the ledger, and about runs that never ended. */
final class Journalled {
    private Journalled() {}

    /** Writes the ledger in one transaction, as a run of its own. */
    static RunId transaction(MigrationSession session, RunStart start, BiConsumer<Transaction, RunId> work) {
        RunId run = session.journal().begin(start);
        try {
            session.inTransaction(transaction -> {
                work.accept(transaction, run);
                return run;
            });
        } catch (MigrationException e) {
            session.journal().finish(run, RunOutcome.ROLLED_BACK);
            throw e;
        }
        session.journal().finish(run, RunOutcome.SUCCEEDED);
        return run;
    }

    /** We have the lock, so whoever began the unfinished run is gone: says so, and closes it in the journal. */
    static void closeUnfinished(MigrationSession session, RunContext context) {
        session.ledger().unfinished().ifPresent(run -> {
            context.tell(new MigrationEvent.UnfinishedRunFound(run.id(), described(run)));
            session.journal().finish(run.id(), RunOutcome.ABANDONED);
        });
    }

    private static String described(Run run) {
        String asBefore = run.command().equals(RestoreBackup.COMMAND) ? ", which left this database as it was" : "";
        return run.command() + " " + run.target() + " by " + run.operator() + asBefore;
    }
}
