package com.fataplus.migrations.domain.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * One command that wrote, as the journal keeps it.
 *
 * @param command as typed: {@code upgrade}, {@code downgrade}, {@code stamp}
 * @param target as typed
 * @param tag what whoever ran it wanted to find it by, where they gave one
 * @param operator who ran it: the operating system's user at a host
 * @param backup the name of the backup taken before it, where one was
 */
public record Run(
        RunId id,
        String command,
        String target,
        Optional<String> tag,
        String operator,
        Instant startedAt,
        Optional<Instant> finishedAt,
        RunOutcome outcome,
        Optional<String> backup) {
    public Run {
        requireNonNull(id, "id");
        requireNonNull(command, "command");
        requireNonNull(target, "target");
        requireNonNull(tag, "tag");
        requireNonNull(operator, "operator");
        requireNonNull(startedAt, "startedAt");
        requireNonNull(finishedAt, "finishedAt");
        requireNonNull(outcome, "outcome");
        requireNonNull(backup, "backup");
    }
}
