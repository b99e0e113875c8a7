package com.fataplus.migrations.application.port;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.BackupConfig.Format;
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
 * @param fingerprint of the schema that was dumped
 * @param run the number of the run it was taken for; empty where a person asked for it
 * @param checked the last look at it; empty where nobody has looked yet
 */
public record Backup(
        String name,
        Instant takenAt,
        String database,
        String serverVersion,
        String dumpVersion,
        Format format,
        List<RevisionId> heads,
        String fingerprint,
        DumpContents contents,
        Duration duration,
        Optional<Long> run,
        Optional<BackupCheck> checked) {
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
        requireNonNull(contents, "contents");
        requireNonNull(duration, "duration");
        requireNonNull(run, "run");
        requireNonNull(checked, "checked");
    }

    /** The dump's size. */
    public long bytes() {
        return contents.bytes();
    }

    /** What stands for all of the dump's bytes, in hexadecimal. */
    public String sha256() {
        return contents.sha256();
    }

    /** The same backup after another look. */
    public Backup after(BackupCheck check) {
        return new Backup(
                name,
                takenAt,
                database,
                serverVersion,
                dumpVersion,
                format,
                heads,
                fingerprint,
                contents,
                duration,
                run,
                Optional.of(check));
    }

    /** Throws where this describes other bytes than those that were written. */
    public void requireWritten(String writtenName, DumpContents written) {
        if (!name.equals(writtenName) || !contents.equals(written)) {
            throw new IllegalArgumentException("the manifest tells of %s, %d bytes, SHA-256 %s; written were %s, %d, %s"
                    .formatted(name, bytes(), sha256(), writtenName, written.bytes(), written.sha256()));
        }
    }
}
