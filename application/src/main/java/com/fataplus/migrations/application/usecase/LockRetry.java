package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.RunFailure.StatementFailed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Tries a transaction again while it fails for want of a lock. Attempts are short, so that those who queue behind us wait no longer than one of
 * them; every fifth waits beyond the server's deadlock_timeout (1 s), because only then is an autovacuum in the way cancelled.
 */
final class LockRetry {
    private static final int PATIENT_ATTEMPT = 5;
    private static final Duration PATIENT = Duration.ofSeconds(3);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Duration lockTimeout;
    private final Duration giveUpAfter;
    private final Clock clock;
    private final RandomGenerator random;

    LockRetry(Duration lockTimeout, Duration giveUpAfter, Clock clock, RandomGenerator random) {
        this.lockTimeout = requireNonNull(lockTimeout, "lockTimeout");
        this.giveUpAfter = requireNonNull(giveUpAfter, "giveUpAfter");
        this.clock = requireNonNull(clock, "clock");
        this.random = requireNonNull(random, "random");
    }

    /** Hands the lock timeout of each attempt to {@code attempt}, until one succeeds or fails otherwise or time is up. */
    <T> T run(RunContext context, Function<Duration, T> attempt) {
        Instant start = clock.instant();
        for (int number = 1; ; number++) {
            try {
                return attempt.apply(timeoutOf(number));
            } catch (MigrationException e) {
                if (!(e.failure() instanceof StatementFailed failed) || !failed.mayPass()) {
                    throw e;
                }
                Duration pause = pauseAfter(number);
                if (Duration.between(start, clock.instant()).plus(pause).compareTo(giveUpAfter) > 0) {
                    throw e;
                }
                context.tell(new MigrationEvent.Retrying(
                        number, pause, failed.error().message(), failed.blockers()));
                context.cancellation().pause(pause);
            }
        }
    }

    private Duration timeoutOf(int attempt) {
        return attempt % PATIENT_ATTEMPT == 0 ? patience(lockTimeout) : lockTimeout;
    }

    /** The lock timeout of the most patient attempt. */
    static Duration patience(Duration lockTimeout) {
        return PATIENT.compareTo(lockTimeout) > 0 ? PATIENT : lockTimeout;
    }

    /** Full jitter: several runners that lost to the same lock do not come back together. */
    private Duration pauseAfter(int attempt) {
        long longest = Math.min(LONGEST_PAUSE.toMillis(), FIRST_PAUSE.toMillis() << Math.min(attempt - 1, 20));
        return Duration.ofMillis(random.nextLong(longest + 1));
    }
}
