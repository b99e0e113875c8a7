package com.fataplus.migrations.application.usecase;

import com.fataplus.migrations.domain.ledger.AppliedRevision;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.revision.Checksum;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import java.time.Duration;
import java.time.Instant;

/** Makes ledger rows: names in depends_on are resolved, because labels can move after the row is written. */
final class LedgerRows {
    private LedgerRows() {}

    static AppliedRevision of(
            Revision revision,
            RevisionGraph graph,
            Checksum checksum,
            RunId run,
            Instant appliedAt,
            String appliedBy,
            Duration duration) {
        return new AppliedRevision(
                revision.id(),
                revision.parents(),
                graph.dependenciesOf(revision.id()),
                revision.labels(),
                revision.message(),
                checksum,
                run,
                appliedAt,
                appliedBy,
                duration);
    }
}
