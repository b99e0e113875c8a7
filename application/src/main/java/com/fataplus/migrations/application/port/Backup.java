package com.fataplus.migrations.application.port;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.revision.RevisionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A dump that stands under its final name, as its manifest describes it.
 *
 * @param name the dump's file name, as {@code backup_20261122_093000.sql}
 * @param database the address it was taken from, as {@code localhost:5432/fataplus_dev}: databases of several servers may share a name
 * @param bytes the dump's size
 * @param sha256 of the dump, in hexadecimal
 * @param fingerprint of the schema that was dumped
 * @param run the number of the run it was taken for; empty where a person asked for it
 */
public record Backup(
        String name,
        Instant takenAt,
        String database,
        String serverVersion,
        String dumpVersion,
        String format,
        List<RevisionId> heads,
        String fingerprint,
        long bytes,
        String sha256,
        Duration duration,
        Optional<Long> run) {
    /** As people look for them. */
    public static final Comparator<Backup> NEWEST_FIRST = Comparator.comparing(Backup::takenAt)
            .thenComparingInt(backup -> backup.name().length())
            .thenComparing(Backup::name)
            .reversed();

    public Backup {
        requireNonNull(name, "name");
        requireNonNull(takenAt, "takenAt");
        requireNonNull(database, "database");
        requireNonNull(serverVersion, "serverVersion");
        requireNonNull(dumpVersion, "dumpVersion");
        requireNonNull(format, "format");
        heads = List.copyOf(heads);
        requireNonNull(fingerprint, "fingerprint");
        requireNonNull(sha256, "sha256");
        requireNonNull(duration, "duration");
        requireNonNull(run, "run");
    }

    /** Throws where this describes other bytes than those that were written. */
    public void requireWritten(String writtenName, long writtenBytes, String writtenSha256) {
        if (!name.equals(writtenName) || bytes != writtenBytes || !sha256.equals(writtenSha256)) {
            throw new IllegalArgumentException("the manifest tells of %s, %d bytes, SHA-256 %s; written were %s, %d, %s"
                    .formatted(name, bytes, sha256, writtenName, writtenBytes, writtenSha256));
        }
    }
}
