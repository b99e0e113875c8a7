package com.fataplus.migrations.application.port;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * What came of looking at a backup once.
 *
 * @param problems one sentence each; empty where it is sound
 */
public record BackupCheck(Instant at, Depth depth, List<String> problems) {
    public BackupCheck {
        requireNonNull(at, "at");
        requireNonNull(depth, "depth");
        problems = List.copyOf(problems);
    }

    /** How closely it was looked at. */
    public enum Depth {
        /** Its bytes are those that were written, and the archive can be read to its end. */
        READ,
        /** It was restored, and the schema compared with the one that was dumped. */
        RESTORED
    }
}
