package com.fataplus.migrations.application.port;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fataplus.migrations.application.config.BackupConfig.Format;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Backups as the contracts of a {@link BackupStore} need them. */
public abstract class BackupScenarios {
    static final Instant MORNING = Instant.parse("2026-11-22T09:30:00.250Z");
    static final Instant EVENING = Instant.parse("2026-11-22T21:30:00Z");
    static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    /** The store under test; the same one within one test, empty at first. */
    protected abstract BackupStore store();

    /** Takes a whole backup. */
    protected Backup take(Instant takenAt, Format format, String content) throws IOException {
        try (BackupWriter writer = store().begin(new BackupStart(takenAt, format))) {
            return complete(writer, takenAt, content);
        }
    }

    /** Writes the content and completes. */
    protected static Backup complete(BackupWriter writer, Instant takenAt, String content) throws IOException {
        byte[] bytes = content.getBytes(UTF_8);
        stream(writer).write(bytes);
        Backup manifest = manifest(writer, takenAt, bytes.length);
        writer.complete(manifest);
        return manifest;
    }

    /** Where the bytes of a backup of one file go. */
    protected static OutputStream stream(BackupWriter writer) {
        return switch (writer.target()) {
            case DumpTarget.File file -> file.stream();
            case DumpTarget.Folder folder -> throw new AssertionError(folder.path());
        };
    }

    static Backup manifest(BackupWriter writer, Instant takenAt, long bytes) {
        Format format = writer.name().endsWith(".sql") ? Format.PLAIN : Format.CUSTOM;
        return manifest(
                writer,
                takenAt,
                format,
                DumpContents.ofFile(bytes, writer.contents().sha256()));
    }

    static Backup manifest(BackupWriter writer, Instant takenAt, Format format, DumpContents contents) {
        return new Backup(
                writer.name(),
                takenAt,
                "fataplus_dev",
                "15.20 (Debian 15.20-0+deb12u1)",
                "pg_dump (PostgreSQL) 15.20",
                format,
                List.of(new RevisionId("1a"), new RevisionId("été")),
                "2f9c",
                contents,
                Duration.ofMillis(1234),
                Optional.of(7L),
                Optional.empty());
    }

    /** Takes a backup of two files. */
    protected Backup takeFolder(Instant takenAt) throws IOException {
        try (BackupWriter writer = store().begin(new BackupStart(takenAt, Format.DIRECTORY))) {
            fill(writer);
            Backup manifest = manifest(writer, takenAt, Format.DIRECTORY, writer.contents());
            writer.complete(manifest);
            return manifest;
        }
    }

    static void fill(BackupWriter writer) throws IOException {
        DumpTarget.Folder folder = (DumpTarget.Folder) writer.target();
        try (OutputStream toc = folder.create("toc.dat");
                OutputStream data = folder.create("3001.dat")) {
            toc.write("content".getBytes(UTF_8));
            data.write("abc".getBytes(UTF_8));
        }
    }
}
