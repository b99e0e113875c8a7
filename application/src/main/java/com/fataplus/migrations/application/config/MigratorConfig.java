package com.fataplus.migrations.application.config;

import static java.util.Objects.requireNonNull;

/** Everything a user can set, complete: defaults are filled in. */
public record MigratorConfig(
        ConnectionConfig connection, ScriptsConfig scripts, BackupConfig backup, RunConfig run, LedgerConfig ledger) {
    public MigratorConfig {
        requireNonNull(connection, "connection");
        requireNonNull(scripts, "scripts");
        requireNonNull(backup, "backup");
        requireNonNull(run, "run");
        requireNonNull(ledger, "ledger");
    }
}
