package com.fataplus.migrations.domain.script;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * What may follow a section marker.
 *
 * @param execution {@code transaction:false} makes it statement by statement
 * @param timeout {@code timeout:5min}, the longest one statement may take
 * @param lockTimeout {@code lock_timeout:2s}, the longest one attempt waits for a lock
 * @param onFailure {@code on_failure:...}, the way back asked for when this section fails
 */
public record SectionOptions(
        Execution execution,
        Optional<Duration> timeout,
        Optional<Duration> lockTimeout,
        Optional<OnFailure> onFailure) {
    /** What a bare marker means. */
    public static final SectionOptions NONE =
            new SectionOptions(Execution.IN_TRANSACTION, Optional.empty(), Optional.empty(), Optional.empty());

    public SectionOptions {
        requireNonNull(execution, "execution");
        requireNonNull(timeout, "timeout");
        requireNonNull(lockTimeout, "lockTimeout");
        requireNonNull(onFailure, "onFailure");
    }
}
