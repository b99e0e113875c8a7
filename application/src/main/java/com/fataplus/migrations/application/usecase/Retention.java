package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.port.Backup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which backups may go.
 *
 * @param keep how many of the newest always stay; the newest stays without it too
 * @param olderThan only older ones go; empty for any age
 */
record Retention(Optional<Integer> keep, Optional<Duration> olderThan) {
    Retention {
        requireNonNull(keep, "keep");
        requireNonNull(olderThan, "olderThan");
    }

    /** Those of one database's backups that may go; none where neither rule is given. */
    List<Backup> expendable(List<Backup> newestFirst, Predicate<Backup> needed, Instant now) {
        if (keep.isEmpty() && olderThan.isEmpty()) {
            return List.of();
        }
        return newestFirst.stream()
                .skip(Math.max(1, keep.orElse(1)))
                .filter(backup -> olderThan
                        .map(age -> backup.takenAt().isBefore(now.minus(age)))
                        .orElse(true))
                .filter(needed.negate())
                .toList();
    }
}
