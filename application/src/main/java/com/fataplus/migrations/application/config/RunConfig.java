package com.fataplus.migrations.application.config;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.plan.TransactionMode;
import com.fataplus.migrations.domain.script.OnFailure;
import java.time.Duration;
import java.util.Optional;

/**
 * How runs behave unless the command line says otherwise.
 *
 * @param lockWait how long to wait for another run
 * @param lockTimeout the longest one statement of a script waits for a table lock before the whole transaction is tried again
 * @param lockRetry for how long it is tried again
 * @param statementTimeout the longest one statement may take; empty for no limit
 */
public record RunConfig(
        TransactionMode transaction,
        OnFailure onFailure,
        Duration lockWait,
        Duration lockTimeout,
        Duration lockRetry,
        Optional<Duration> statementTimeout) {
    public RunConfig {
        requireNonNull(transaction, "transaction");
        requireNonNull(onFailure, "onFailure");
        requireNonNull(lockWait, "lockWait");
        requireNonNull(lockTimeout, "lockTimeout");
        requireNonNull(lockRetry, "lockRetry");
        requireNonNull(statementTimeout, "statementTimeout");
    }
}
