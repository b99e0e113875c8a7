package com.fataplus.migrations.application.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.BackupStart;
import com.fataplus.migrations.application.port.BackupStore;
import com.fataplus.migrations.application.port.BackupWriter;
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
        try (BackupWriter writer = store.begin(new BackupStart(moment, "sql"))) {
            byte[] bytes = "abc".getBytes(UTF_8);
            writer.stream().write(bytes);
            Backup backup = new Backup(
                    writer.name(),
                    moment,
                    database,
                    "15.20",
                    "15.20",
                    "plain",
                    List.of(),
                    "f".repeat(64),
                    bytes.length,
                    writer.sha256(),
                    Duration.ofSeconds(1),
                    run);
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
