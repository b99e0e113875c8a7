package com.fataplus.migrations.application.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fataplus.migrations.application.config.BackupConfig.Format;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.BackupStart;
import com.fataplus.migrations.application.port.BackupStore;
import com.fataplus.migrations.application.port.BackupWriter;
import com.fataplus.migrations.application.port.DumpTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Backups as tests need them, with nothing to dump. */
final class SampleBackups {
    static final String ADDRESS = "localhost:5432/plots";

    private SampleBackups() {}

    static Backup taken(String at, String database, Optional<Long> run, BackupStore store) {
        Instant moment = Instant.parse(at);
        try (BackupWriter writer = store.begin(new BackupStart(moment, Format.PLAIN))) {
            byte[] bytes = "abc".getBytes(UTF_8);
            ((DumpTarget.File) writer.target()).stream().write(bytes);
            Backup backup = new Backup(
                    writer.name(),
                    moment,
                    database,
                    "15.20",
                    "15.20",
                    Format.PLAIN,
                    List.of(),
                    "f".repeat(64),
                    writer.contents(),
                    Duration.ofSeconds(1),
                    run,
                    Optional.empty());
            writer.complete(backup);
            return backup;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same dump with another fingerprint in its manifest. */
    static Backup copy(Backup of, String at, String fingerprint, byte[] content, BackupStore store) {
        Instant moment = Instant.parse(at);
        try (BackupWriter writer = store.begin(new BackupStart(moment, of.format()))) {
            ((DumpTarget.File) writer.target()).stream().write(content);
            Backup backup = new Backup(
                    writer.name(),
                    moment,
                    of.database(),
                    of.serverVersion(),
                    of.dumpVersion(),
                    of.format(),
                    of.heads(),
                    fingerprint,
                    writer.contents(),
                    of.duration(),
                    of.run(),
                    Optional.empty());
            writer.complete(backup);
            return backup;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Backup taken(String at, BackupStore store) {
        return taken(at, ADDRESS, Optional.empty(), store);
    }
}
