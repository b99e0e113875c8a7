package com.fataplus.migrations.domain.script;

/** How a section's statements are committed. */
public enum Execution {
    /** All of them together with the ledger row. */
    IN_TRANSACTION,
    /** Each on its own, because PostgreSQL refuses some statements inside a transaction block. */
    STATEMENT_BY_STATEMENT
}
