package com.fataplus.migrations.domain.plan;

import com.fataplus.migrations.domain.ledger.AppliedRevision;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.revision.Checksum;
import com.fataplus.migrations.domain.revision.Follow;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Ledgers as runs would have left them. */
final class Ledgers {
    private Ledgers() {}

    /** All that is applied where these are the heads. */
    static Ledger at(RevisionGraph graph, Collection<RevisionId> heads) {
        return of(graph, graph.ancestors(heads, Follow.PARENTS_AND_DEPENDENCIES));
    }

    static Ledger of(RevisionGraph graph, Collection<RevisionId> applied) {
        return new Ledger(
                graph.newestFirst(applied).reversed().stream()
                        .map(id -> row(graph.find(id).orElseThrow(), graph.dependenciesOf(id)))
                        .toList(),
                Optional.empty());
    }

    static AppliedRevision row(Revision revision, List<RevisionId> dependsOn) {
        return new AppliedRevision(
                revision.id(),
                revision.parents(),
                dependsOn,
                revision.labels(),
                revision.message(),
                new Checksum("0".repeat(64)),
                new RunId(1),
                Instant.EPOCH,
                "tester",
                Duration.ZERO);
    }
}
