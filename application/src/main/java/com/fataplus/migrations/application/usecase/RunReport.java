package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.plan.PlanStep;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.Direction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an upgrade or downgrade did.
 *
 * @param run its number in the journal; empty where there was nothing to do
 * @param accepted edited revisions whose files were accepted as they are
 * @param unknown applied revisions that no file defines
 */
public record RunReport(
        Optional<RunId> run,
        Direction direction,
        List<Done> steps,
        List<RevisionId> headsBefore,
        List<RevisionId> headsAfter,
        List<RevisionId> accepted,
        List<RevisionId> unknown,
        Optional<Backup> backup,
        String commitScope,
        Duration took) {
    public RunReport {
        requireNonNull(run, "run");
        requireNonNull(direction, "direction");
        steps = List.copyOf(steps);
        headsBefore = List.copyOf(headsBefore);
        headsAfter = List.copyOf(headsAfter);
        accepted = List.copyOf(accepted);
        unknown = List.copyOf(unknown);
        requireNonNull(backup, "backup");
        requireNonNull(commitScope, "commitScope");
        requireNonNull(took, "took");
    }

    /** A step that was committed. */
    public record Done(PlanStep step, Duration took) {
        public Done {
            requireNonNull(step, "step");
            requireNonNull(took, "took");
        }
    }
}
