package com.fataplus.migrations.domain.ledger;

/** How a run ended, as its journal says. */
public enum RunOutcome {
    /** Begun and not ended: at work now, or killed. */
    UNFINISHED,
    /** Killed: a later command found it unfinished and its session gone. */
    ABANDONED,
    /** All steps done. */
    SUCCEEDED,
    /** Failed, and the database is as it was before, verified. */
    ROLLED_BACK,
    /** Failed, what was committed before was kept because that was asked for. */
    STOPPED,
    /** Failed, and a person has to look. */
    NEEDS_ATTENTION
}
