package com.fataplus.migrations.application.port;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.plan.CommitScope;
import com.fataplus.migrations.domain.plan.PlanStep;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.time.Duration;
import java.util.List;

/** Work on a database that nobody can look at now: what to do, and where it has to be for that. */
public sealed interface OfflineRun {
    /** How long to wait for another run. */
    Duration lockWait();

    /** Only sees to it that there is a ledger. */
    record Preparation(Duration lockWait) implements OfflineRun {
        public Preparation {
            requireNonNull(lockWait, "lockWait");
        }
    }

    /**
     * Runs sections.
     *
     * @param begin the ledger as it has to be, by its revisions and their checksums
     * @param end the heads afterwards
     */
    record Migration(
            RunStart start, Duration lockWait, Ledger begin, List<Step> steps, CommitScope scope, List<RevisionId> end)
            implements OfflineRun {
        public Migration {
            requireNonNull(start, "start");
            requireNonNull(lockWait, "lockWait");
            requireNonNull(begin, "begin");
            steps = List.copyOf(steps);
            requireNonNull(scope, "scope");
            end = List.copyOf(end);
        }
    }

    /**
     * Writes the ledger and runs nothing.
     *
     * @param begin the ledger as it has to be, by its revisions and their checksums
     * @param end the heads afterwards
     */
    record Stamping(
            RunStart start,
            Duration lockWait,
            Ledger begin,
            List<RevisionId> forgotten,
            List<LedgerEntry> recorded,
            List<RevisionId> end)
            implements OfflineRun {
        public Stamping {
            requireNonNull(start, "start");
            requireNonNull(lockWait, "lockWait");
            requireNonNull(begin, "begin");
            forgotten = List.copyOf(forgotten);
            recorded = List.copyOf(recorded);
            end = List.copyOf(end);
        }
    }

    /**
     * A section to run, and what the ledger is to keep of its revision.
     *
     * @param section with its limits
     */
    record Step(PlanStep step, SectionRun section, LedgerEntry entry) {
        public Step {
            requireNonNull(step, "step");
            requireNonNull(section, "section");
            requireNonNull(entry, "entry");
        }
    }
}
