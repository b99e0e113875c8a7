package com.fataplus.migrations.application.port;

import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.RunOutcome;
import java.util.List;
import java.util.Optional;

/** How the database of a session makes way for another one, which a dump was restored into. */
public interface Replacement {
    /** What stands in the way, one sentence each with what would help; empty where nothing does. */
    List<String> obstacles();

    /** Who else is connected, one line each. */
    List<String> connected();

    /**
     * SQL that, run in what was restored, brings its ledger up to date: the journal of runs since the backup is carried over, and no run of the
     * dump stays unfinished.
     *
     * @param run the one that is restoring
     * @param outcome how that run ends by this; empty where somebody else will say
     */
    String carrying(RunId run, Optional<RunOutcome> outcome);

    /**
     * Ends this session and gives the other database the name of this one, with its settings, privileges and limits, in one moment in which
     * nobody can take the lock. Where that fails both must be as they were; the session is over in any case.
     *
     * @param aside the name this database has from then on
     * @param clients whether others who are connected are sent away
     */
    void giveWayTo(NewDatabase other, String aside, Clients clients);

    /** What becomes of others who are connected. */
    enum Clients {
        /** They stay, and there is no restore. */
        RESPECT,
        /** Their sessions are ended. */
        TERMINATE
    }
}
