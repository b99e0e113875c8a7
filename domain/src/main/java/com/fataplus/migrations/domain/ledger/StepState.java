package com.fataplus.migrations.domain.ledger;

/** How far a step of a run came, as its journal says. */
public enum StepState {
    STARTED,
    DONE,
    FAILED
}
