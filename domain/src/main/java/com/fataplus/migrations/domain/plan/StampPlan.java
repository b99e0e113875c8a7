package com.fataplus.migrations.domain.plan;

import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.List;

/**
 * Which ledger rows a stamp writes and removes; no script runs.
 *
 * @param recorded revisions to record as applied, parents first
 * @param forgotten revisions to take out of the ledger, children first
 */
public record StampPlan(
        List<RevisionId> recorded,
        List<RevisionId> forgotten,
        List<RevisionId> headsBefore,
        List<RevisionId> headsAfter)
        implements Planning {
    public StampPlan {
        recorded = List.copyOf(recorded);
        forgotten = List.copyOf(forgotten);
        headsBefore = List.copyOf(headsBefore);
        headsAfter = List.copyOf(headsAfter);
    }

    /** True where the ledger already says so. */
    public boolean isEmpty() {
        return recorded.isEmpty() && forgotten.isEmpty();
    }
}
