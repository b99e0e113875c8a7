package com.fataplus.migrations.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.RunFailure.StatementFailed;
import com.fataplus.migrations.application.failure.SqlError;
import com.fataplus.migrations.application.memory.EventTranscript;
import com.fataplus.migrations.domain.script.SourcePosition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class LockRetryTest {
    private static final Duration SHORT = Duration.ofMillis(500);

    private final EventTranscript events = new EventTranscript();
    private final List<Duration> timeouts = new ArrayList<>();

    @Test
    void everyFifthAttemptOutlivesTheServersDeadlockTimeout() {
        retry(Duration.ofMinutes(10)).run(context(), timeout -> failing(timeout, "55P03", 6));

        assertThat(timeouts).containsExactly(SHORT, SHORT, SHORT, SHORT, Duration.ofSeconds(3), SHORT, SHORT);
    }

    @Test
    void aDeadlockIsWorthAnotherAttempt() {
        retry(Duration.ofMinutes(10)).run(context(), timeout -> failing(timeout, "40P01", 1));

        assertThat(events.lines()).containsExactly("retrying after attempt 1");
    }

    @Test
    void anyOtherErrorIsNot() {
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(
                        () -> retry(Duration.ofMinutes(10)).run(context(), timeout -> failing(timeout, "42P01", 1)));

        assertThat(timeouts).hasSize(1);
    }

    @Test
    void itGivesUpWhenTheTimeIsOver() {
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> retry(Duration.ofNanos(-1)).run(context(), timeout -> failing(timeout, "55P03", 1)));

        assertThat(timeouts).hasSize(1);
    }

    private String failing(Duration timeout, String sqlState, int times) {
        timeouts.add(timeout);
        if (timeouts.size() <= times) {
            throw new MigrationException(new StatementFailed(error(sqlState), List.of()));
        }
        return "done";
    }

    private static SqlError error(String sqlState) {
        return new SqlError(
                "a.sql",
                SourcePosition.START,
                Optional.empty(),
                "alter table plot",
                sqlState,
                "told to fail",
                Optional.empty(),
                Optional.empty());
    }

    private static LockRetry retry(Duration giveUpAfter) {
        // Without randomness the jitter is as short as it can be.
        RandomGenerator none = () -> 0;
        return new LockRetry(SHORT, giveUpAfter, Bench.CLOCK, none);
    }

    private RunContext context() {
        return new RunContext(events, new Cancellation());
    }
}
