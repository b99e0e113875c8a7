package com.fataplus.migrations.application.port;

import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.ledger.Run;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.RunStep;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.MigrationScript;
import java.util.List;
import java.util.Optional;

/** Reads what a database says was done to it; takes no lock and creates nothing. */
public interface LedgerReader {
    /** Must return one consistent snapshot; {@link Ledger#EMPTY} where there is no ledger yet. */
    Ledger ledger();

    /**
     * The script of an applied revision as it was run, values of placeholders in it, under the checksum of its row, which is that of the file;
     * empty where the revision is not applied.
     */
    Optional<MigrationScript> recordedScript(RevisionId revision);

    /** The journal, newest first, at most {@code limit} runs; empty where there is no ledger yet. */
    List<Run> runs(int limit);

    /** The journal's lines about one run, in the order in which they were written; empty for an unknown run. */
    List<RunStep> steps(RunId run);
}
