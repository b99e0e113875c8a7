package com.fataplus.migrations.domain.rollback;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.plan.PlanStep;
import java.util.List;

/** What to do after a failure, as a value; the application performs it. */
public sealed interface Recovery {
    /** The aborted transaction took everything back already. */
    record AlreadyBack() implements Recovery {}

    /** Run these opposite steps in order. */
    record RunBack(List<PlanStep> steps) implements Recovery {
        public RunBack {
            steps = List.copyOf(steps);
        }
    }

    /** Keep what was committed, as asked. */
    record Keep(List<PlanStep> committed) implements Recovery {
        public Keep {
            committed = List.copyOf(committed);
        }
    }

    /** No sound automatic way back; says why. */
    record Person(String reason) implements Recovery {
        public Person {
            requireNonNull(reason, "reason");
        }
    }
}
