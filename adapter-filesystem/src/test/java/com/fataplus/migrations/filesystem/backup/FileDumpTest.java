package com.fataplus.migrations.filesystem.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fataplus.migrations.application.config.BackupConfig.Format;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.StoredDump;
import com.fataplus.migrations.application.port.StoredDumpContract;
import com.fataplus.migrations.filesystem.WorkingDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDumpTest extends StoredDumpContract {
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");

    private Path folder;
    private FileBackups backups;

    @BeforeEach
    void chooseAFolder(@TempDir Path temporary) {
        folder = temporary.resolve("backups");
        backups = new FileBackups(new WorkingDirectory(temporary), folder, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Override
    protected FileBackups store() {
        return backups;
    }

    @Test
    void findsAFlippedBit() throws IOException {
        Backup backup = take(NOW, Format.PLAIN, "abc");
        Files.writeString(folder.resolve(backup.name()), "abd");

        assertThat(backups.open(backup.name()).damages())
                .singleElement()
                .asString()
                .startsWith(backup.name() + " is damaged: 3 bytes");
    }

    @Test
    void namesEachDamagedFile() throws IOException {
        Backup backup = takeFolder(NOW);
        Path dump = folder.resolve(backup.name());
        Files.writeString(dump.resolve("toc.dat"), "kontent");
        Files.move(dump.resolve("3001.dat"), dump.resolve("3002.dat"));

        assertThat(backups.open(backup.name()).damages())
                .satisfiesExactly(
                        one -> assertThat(one).startsWith(backup.name() + "/3001.dat is missing"),
                        two -> assertThat(two).startsWith(backup.name() + "/toc.dat is damaged"),
                        three -> assertThat(three).startsWith(backup.name() + "/3002.dat was not there before"));
    }

    @Test
    void opensADumpThatLiesElsewhere(@TempDir Path elsewhere) throws IOException {
        Path file = Files.writeString(elsewhere.resolve("old.dump"), "PGDMP...");

        StoredDump dump = backups.openFile(file.toString());

        assertThat(dump.format()).isEqualTo(Format.CUSTOM);
        assertThat(dump.manifest()).isEmpty();
        assertThat(dump.path()).isEqualTo(file.toString());
    }

    @Test
    void knowsTheManifestBesideADumpThatLiesElsewhere() throws IOException {
        Backup backup = take(NOW, Format.PLAIN, "--\n-- PostgreSQL database dump\n");

        StoredDump dump = backups.openFile(folder.resolve(backup.name()).toString());

        assertThat(dump.manifest()).contains(backup);
    }

    @Test
    void refusesAFileThatIsNoDump(@TempDir Path elsewhere) throws IOException {
        Path file = Files.writeString(elsewhere.resolve("notes.txt"), "rice, maize, bean");

        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> backups.openFile(file.toString()))
                .withMessageContaining("is no dump");
    }
}
