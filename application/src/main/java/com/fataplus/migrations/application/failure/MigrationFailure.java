package com.fataplus.migrations.application.failure;

import java.util.Map;
import java.util.Optional;

/** A failure as a value: what, where and why, and the next command to type. */
public sealed interface MigrationFailure
        permits BackupFailure, InputFailure, RefusedFailure, RestoreFailure, RunFailure, ServerFailure, TrialFailure {
    /** Stable, dotted, for machines: {@code plan.several-heads}. */
    String code();

    /** What sort of failure it is. */
    FailureKind kind();

    /** What went wrong and where, in one or a few lines for people. */
    String summary();

    /** The next command to type or thing to do, where there is one. */
    Optional<String> remedy();

    /** The same facts for machines, in a stable order; values are strings, numbers, lists and maps. */
    default Map<String, Object> details() {
        return Map.of();
    }
}
