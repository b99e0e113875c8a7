package com.fataplus.migrations.application.port;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link BackupStore} does. */
public abstract class BackupStoreContract {
    private static final Instant MORNING = Instant.parse("2026-11-22T09:30:00.250Z");
    private static final Instant EVENING = Instant.parse("2026-11-22T21:30:00Z");
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    /** The store under test; the same one within one test, empty at first. */
    protected abstract BackupStore store();

    @Test
    void isEmptyAtFirst() {
        assertThat(store().list()).isEmpty();
        assertThat(store().unreadable()).isEmpty();
    }

    @Test
    void tellsItsFreeSpace() {
        assertThat(store().freeBytes()).isPositive();
    }

    @Test
    void namesABackupByItsSecondInUtc() {
        try (BackupWriter writer = store().begin(new BackupStart(MORNING, "dump"))) {
            assertThat(writer.name()).isEqualTo("backup_20261122_093000.dump");
        }
    }

    @Test
    void showsABackupAsItsManifestTellsIt() throws IOException {
        Backup backup = take(MORNING, "sql", "abc");

        assertThat(store().list()).containsExactly(backup);
    }

    @Test
    void showsNothingBeforeABackupIsComplete() throws IOException {
        try (BackupWriter writer = store().begin(new BackupStart(MORNING, "sql"))) {
            writer.stream().write("abc".getBytes(UTF_8));

            assertThat(store().list()).isEmpty();
            assertThat(store().unreadable()).isEmpty();
        }
    }

    @Test
    void keepsNothingOfABackupThatWasGivenUp() throws IOException {
        try (BackupWriter writer = store().begin(new BackupStart(MORNING, "sql"))) {
            writer.stream().write("abc".getBytes(UTF_8));
        }

        assertThat(store().list()).isEmpty();
        assertThat(take(MORNING, "sql", "abc").name()).isEqualTo("backup_20261122_093000.sql");
    }

    @Test
    void givesTheSameSecondTwiceTwoNames() throws IOException {
        Backup first = take(MORNING, "sql", "abc");
        Backup second = take(MORNING, "dump", "def");

        assertThat(second.name()).isEqualTo("backup_20261122_093000_2.dump");
        assertThat(store().list()).containsExactly(second, first);
    }

    @Test
    void givesTheSameSecondTwoNamesWhileBothAreWritten() throws IOException {
        try (BackupWriter first = store().begin(new BackupStart(MORNING, "sql"));
                BackupWriter second = store().begin(new BackupStart(MORNING, "sql"))) {
            assertThat(first.name()).isEqualTo("backup_20261122_093000.sql");
            assertThat(second.name()).isEqualTo("backup_20261122_093000_2.sql");
            complete(second, MORNING, "second");
            complete(first, MORNING, "first");
        }

        assertThat(store().list())
                .extracting(Backup::name)
                .containsExactly("backup_20261122_093000_2.sql", "backup_20261122_093000.sql");
    }

    @Test
    void listsTheNewestFirst() throws IOException {
        Backup evening = take(EVENING, "sql", "abc");
        Backup morning = take(MORNING, "sql", "abc");

        assertThat(store().list()).containsExactly(evening, morning);
    }

    @Test
    void hashesWhatWasWrittenSoFar() throws IOException {
        try (BackupWriter writer = store().begin(new BackupStart(MORNING, "sql"))) {
            writer.stream().write('a');
            String afterOne = writer.sha256();
            writer.stream().write("xbcx".getBytes(UTF_8), 1, 2);

            assertThat(writer.sha256()).isEqualTo(SHA256_OF_ABC).isNotEqualTo(afterOne);
        }
    }

    @Test
    void completesAfterTheStreamWasClosed() throws IOException {
        try (BackupWriter writer = store().begin(new BackupStart(MORNING, "sql"))) {
            writer.stream().write("abc".getBytes(UTF_8));
            writer.stream().close();
            writer.complete(manifest(writer, MORNING, 3));
        }

        assertThat(store().list()).hasSize(1);
    }

    @Test
    void refusesAManifestOfOtherBytes() throws IOException {
        try (BackupWriter writer = store().begin(new BackupStart(MORNING, "sql"))) {
            writer.stream().write("abc".getBytes(UTF_8));

            assertThatIllegalArgumentException().isThrownBy(() -> writer.complete(manifest(writer, MORNING, 4)));
        }
        assertThat(store().list()).isEmpty();
    }

    @Test
    void deletesABackup() throws IOException {
        Backup morning = take(MORNING, "sql", "abc");
        Backup evening = take(EVENING, "sql", "abc");

        store().delete(morning.name());

        assertThat(store().list()).containsExactly(evening);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "backup_20261122_093000",
                "backup_20261122_093000.json",
                "../backup_20261122_093000.sql",
                "./backup_20261122_093000.sql",
                "/etc/passwd",
                "backup_20261122_093001.sql",
                "nul\0.sql"
            })
    void refusesToDeleteWhatItDoesNotList(String name) throws IOException {
        Backup backup = take(MORNING, "sql", "abc");

        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> store().delete(name))
                .satisfies(thrown -> assertThat(thrown.failure()).isInstanceOf(InputFailure.BadRequest.class));
        assertThat(store().list()).containsExactly(backup);
    }

    /** Takes a whole backup. */
    protected Backup take(Instant takenAt, String extension, String content) throws IOException {
        try (BackupWriter writer = store().begin(new BackupStart(takenAt, extension))) {
            return complete(writer, takenAt, content);
        }
    }

    /** Writes the content and completes. */
    protected static Backup complete(BackupWriter writer, Instant takenAt, String content) throws IOException {
        byte[] bytes = content.getBytes(UTF_8);
        writer.stream().write(bytes);
        Backup manifest = manifest(writer, takenAt, bytes.length);
        writer.complete(manifest);
        return manifest;
    }

    private static Backup manifest(BackupWriter writer, Instant takenAt, long bytes) {
        return new Backup(
                writer.name(),
                takenAt,
                "fataplus_dev",
                "15.20 (Debian 15.20-0+deb12u1)",
                "pg_dump (PostgreSQL) 15.20",
                "plain",
                List.of(new RevisionId("1a"), new RevisionId("été")),
                "2f9c",
                bytes,
                writer.sha256(),
                Duration.ofMillis(1234),
                Optional.of(7L));
    }
}
