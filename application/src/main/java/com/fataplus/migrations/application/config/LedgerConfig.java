package com.fataplus.migrations.application.config;

import static java.util.Objects.requireNonNull;

/** Where the ledger lives: the name of a schema that is ours alone. */
public record LedgerConfig(String schema) {
    public LedgerConfig {
        requireNonNull(schema, "schema");
        if (schema.isBlank()) {
            throw new IllegalArgumentException("the ledger's schema needs a name");
        }
    }
}
