package com.fataplus.migrations.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.memory.InMemoryBackups;
import com.fataplus.migrations.application.port.Backup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final InMemoryBackups store = new InMemoryBackups(1000);
    private final Backup old = SampleBackups.taken("2026-11-01T12:00:00Z", store);
    private final Backup yesterdays = SampleBackups.taken("2026-11-21T12:00:00Z", store);
    private final Backup newest = SampleBackups.taken("2026-11-22T11:00:00Z", store);

    @Test
    void keepsAllWithoutARule() {
        assertThat(expendable(Optional.empty(), Optional.empty())).isEmpty();
    }

    @Test
    void keepsTheNewest() {
        assertThat(expendable(Optional.of(2), Optional.empty())).containsExactly(old);
    }

    @Test
    void keepsOneWhereNoneIsToBeKept() {
        assertThat(expendable(Optional.of(0), Optional.empty())).containsExactly(yesterdays, old);
    }

    @Test
    void keepsTheNewestHoweverOldItIs() {
        Instant nextYear = NOW.plus(Duration.ofDays(365));
        Retention retention = new Retention(Optional.empty(), Optional.of(Duration.ofDays(1)));

        assertThat(retention.expendable(store.list(), backup -> false, nextYear))
                .containsExactly(yesterdays, old);
    }

    @Test
    void keepsWhatIsNotOldEnough() {
        assertThat(expendable(Optional.empty(), Optional.of(Duration.ofDays(7))))
                .containsExactly(old);
    }

    @Test
    void keepsSomeOfTheOldOnesWhereBothRulesAreGiven() {
        assertThat(expendable(Optional.of(3), Optional.of(Duration.ofHours(1)))).isEmpty();
        assertThat(expendable(Optional.of(2), Optional.of(Duration.ofHours(1)))).containsExactly(old);
    }

    @Test
    void keepsWhatIsNeeded() {
        Retention retention = new Retention(Optional.of(1), Optional.empty());

        assertThat(retention.expendable(store.list(), old::equals, NOW)).containsExactly(yesterdays);
    }

    private List<Backup> expendable(Optional<Integer> keep, Optional<Duration> olderThan) {
        assertThat(store.list()).startsWith(newest);
        return new Retention(keep, olderThan).expendable(store.list(), backup -> false, NOW);
    }
}
