package com.fataplus.migrations.domain.script;

/** Which way back a run takes when one of its steps fails. */
public enum OnFailure {
    /** The cheapest sound one: the aborted transaction, else the opposite sections. */
    AUTO,
    /** The opposite sections of what this run committed. */
    DOWNGRADE,
    /** None: keep what was committed. */
    STOP
}
