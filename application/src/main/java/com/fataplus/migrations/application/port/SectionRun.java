package com.fataplus.migrations.application.port;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.script.Section;
import java.time.Duration;
import java.util.Optional;

/**
 * A section with the limits for this attempt.
 *
 * @param firstStatement where to begin, counted from 0: past those that an earlier attempt committed
 * @param lockTimeout the longest one statement waits for a lock; zero waits for ever
 * @param statementTimeout the longest one statement may take
 */
public record SectionRun(
        Section section, int firstStatement, Duration lockTimeout, Optional<Duration> statementTimeout) {
    public SectionRun {
        requireNonNull(section, "section");
        requireNonNull(lockTimeout, "lockTimeout");
        requireNonNull(statementTimeout, "statementTimeout");
        if (firstStatement < 0 || firstStatement > section.statements().size()) {
            throw new IllegalArgumentException("no statement " + firstStatement + " in " + section.location());
        }
    }
}
