package com.fataplus.migrations.domain.plan;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.script.Execution;
import com.fataplus.migrations.domain.script.Section;
import java.util.List;

/** How a plan's steps are committed, and why so. */
public sealed interface CommitScope {
    /** The most steps that {@code auto} puts into one transaction: each holds locks until the end. */
    int MOST_STEPS_TOGETHER = 100;

    /** One sentence for the plan. */
    String reason();

    /** All steps in one transaction. */
    record WholeRun(String reason) implements CommitScope {
        public WholeRun {
            requireNonNull(reason, "reason");
        }
    }

    /** Each step in its own transaction. */
    record EachRevision(String reason) implements CommitScope {
        public EachRevision {
            requireNonNull(reason, "reason");
        }
    }

    /** One transaction was asked for, but a step cannot run inside one. */
    record Refused(String location) implements CommitScope {
        public Refused {
            requireNonNull(location, "location");
        }

        @Override
        public String reason() {
            return location + " says transaction:false and cannot share one transaction with the run";
        }
    }

    /** Decides for the sections of a plan, in order. */
    static CommitScope decide(TransactionMode mode, List<Section> sections) {
        var alone = sections.stream()
                .filter(section -> section.options().execution() == Execution.STATEMENT_BY_STATEMENT)
                .findFirst();
        return switch (mode) {
            case RUN ->
                alone.<CommitScope>map(section -> new Refused(section.location()))
                        .orElseGet(() -> new WholeRun("asked for"));
            case REVISION -> new EachRevision("asked for");
            case AUTO -> {
                if (alone.isPresent()) {
                    yield new EachRevision(alone.get().location() + " says transaction:false");
                }
                yield sections.size() > MOST_STEPS_TOGETHER
                        ? new EachRevision("more than " + MOST_STEPS_TOGETHER + " steps")
                        : new WholeRun("every step is transactional");
            }
        };
    }
}
