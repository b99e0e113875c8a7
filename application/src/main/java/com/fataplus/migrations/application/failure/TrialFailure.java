package com.fataplus.migrations.application.failure;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.failure.RunFailure.Aftermath;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run that was only tried; it was rolled back in any case. */
public sealed interface TrialFailure extends MigrationFailure {
    /** A run would fail: why, and where the trial left the database. */
    record Failed(Optional<RevisionId> step, MigrationFailure cause, Aftermath aftermath) implements TrialFailure {
        public Failed {
            requireNonNull(step, "step");
            requireNonNull(cause, "cause");
            requireNonNull(aftermath, "aftermath");
        }

        @Override
        public String code() {
            return cause.code();
        }

        @Override
        public FailureKind kind() {
            return RunFailure.Failed.kindAfter(aftermath, cause);
        }

        @Override
        public String summary() {
            return RunFailure.Failed.told(step, cause, aftermath);
        }

        @Override
        public Optional<String> remedy() {
            return Optional.of("mend the revision, then try it again");
        }

        @Override
        public Map<String, Object> details() {
            return RunFailure.Failed.detailed(step, cause, aftermath);
        }
    }

    /** The trial was rolled back, and yet the schema is not what it was. */
    record LeftTraces(List<String> differences) implements TrialFailure {
        public LeftTraces {
            differences = List.copyOf(differences);
        }

        @Override
        public String code() {
            return "trial.left-traces";
        }

        @Override
        public FailureKind kind() {
            return FailureKind.NEEDS_ATTENTION;
        }

        @Override
        public String summary() {
            return "the run would succeed, but the schema changed during the trial; it was rolled back, so that was somebody else, or a script that reaches beyond its transaction\n  "
                    + String.join("\n  ", differences);
        }

        @Override
        public Optional<String> remedy() {
            return Optional.of("see who changed what is listed, then try it again");
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("differences", differences);
        }
    }
}
