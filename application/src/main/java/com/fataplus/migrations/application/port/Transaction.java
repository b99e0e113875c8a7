package com.fataplus.migrations.application.port;

import com.fataplus.migrations.domain.ledger.AppliedRevision;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.MigrationScript;

/**
 * An open transaction: the only way to write the ledger, so that script and ledger row commit together. Recording and forgetting note the step
 * as done in the journal, in the same transaction.
 */
public interface Transaction {
    /** Runs a section's statements in order; the first that fails throws {@code RunFailure.StatementFailed} with its place. */
    void run(SectionRun run, StatementProgress progress);

    /** Adds the revision with the text of its script; must fail where the ledger has it already. */
    void record(AppliedRevision row, MigrationScript script);

    /** Takes the revision out, on behalf of a run; must fail where the ledger does not have it. */
    void forget(RevisionId revision, RunId run);
}
