package com.fataplus.migrations.application.port;

/** How a session found the ledger when it was opened; afterwards it is there and up to date. */
public enum LedgerFound {
    /** There was none, so it was created. */
    ABSENT,
    /** An older fata had made it, so it was brought up to date. */
    OLDER,
    /** It was as this fata needs it. */
    CURRENT
}
