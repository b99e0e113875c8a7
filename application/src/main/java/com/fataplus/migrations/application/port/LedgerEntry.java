package com.fataplus.migrations.application.port;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.MigrationScript;
import java.util.List;

/**
 * What the ledger keeps of a revision, whoever applies it and whenever.
 *
 * @param dependsOn resolved to ids
 */
public record LedgerEntry(Revision revision, List<RevisionId> dependsOn, MigrationScript script) {
    public LedgerEntry {
        requireNonNull(revision, "revision");
        dependsOn = List.copyOf(dependsOn);
        requireNonNull(script, "script");
    }
}
