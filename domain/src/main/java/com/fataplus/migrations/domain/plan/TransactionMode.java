package com.fataplus.migrations.domain.plan;

/** How the steps of a run are committed, as asked for. */
public enum TransactionMode {
    /** {@link #RUN} where it fits, else {@link #REVISION}. */
    AUTO,
    /** All steps in one transaction. */
    RUN,
    /** Each step in its own. */
    REVISION
}
