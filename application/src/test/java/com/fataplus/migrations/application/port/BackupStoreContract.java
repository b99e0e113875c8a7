package com.fataplus.migrations.application.port;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import com.fataplus.migrations.application.config.BackupConfig.Format;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.DumpContents.DumpFile;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link BackupStore} does. */
public abstract class BackupStoreContract extends BackupScenarios {
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
        try (BackupWriter writer = store().begin(new BackupStart(MORNING, Format.CUSTOM))) {
            assertThat(writer.name()).isEqualTo("backup_20261122_093000.dump");
        }
    }

    @Test
    void showsABackupAsItsManifestTellsIt() throws IOException {
        Backup backup = take(MORNING, Format.PLAIN, "abc");

        assertThat(store().list()).containsExactly(backup);
    }

    @Test
    void showsNothingBeforeABackupIsComplete() throws IOException {
        try (BackupWriter writer = store().begin(new BackupStart(MORNING, Format.PLAIN))) {
            stream(writer).write("abc".getBytes(UTF_8));

            assertThat(store().list()).isEmpty();
            assertThat(store().unreadable()).isEmpty();
        }
    }

    @Test
    void keepsNothingOfABackupThatWasGivenUp() throws IOException {
        try (BackupWriter writer = store().begin(new BackupStart(MORNING, Format.PLAIN))) {
            stream(writer).write("abc".getBytes(UTF_8));
        }

        assertThat(store().list()).isEmpty();
        assertThat(take(MORNING, Format.PLAIN, "abc").name()).isEqualTo("backup_20261122_093000.sql");
    }

    @Test
    void givesTheSameSecondTwiceTwoNames() throws IOException {
        Backup first = take(MORNING, Format.PLAIN, "abc");
        Backup second = take(MORNING, Format.CUSTOM, "def");

        assertThat(second.name()).isEqualTo("backup_20261122_093000_2.dump");
        assertThat(store().list()).containsExactly(second, first);
    }

    @Test
    void givesTheSameSecondTwoNamesWhileBothAreWritten() throws IOException {
        try (BackupWriter first = store().begin(new BackupStart(MORNING, Format.PLAIN));
                BackupWriter second = store().begin(new BackupStart(MORNING, Format.PLAIN))) {
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
        Backup evening = take(EVENING, Format.PLAIN, "abc");
        Backup morning = take(MORNING, Format.PLAIN, "abc");

        assertThat(store().list()).containsExactly(evening, morning);
    }

    @Test
    void hashesWhatWasWrittenSoFar() throws IOException {
        try (BackupWriter writer = store().begin(new BackupStart(MORNING, Format.PLAIN))) {
            stream(writer).write('a');
            String afterOne = writer.contents().sha256();
            stream(writer).write("xbcx".getBytes(UTF_8), 1, 2);

            assertThat(writer.contents().sha256()).isEqualTo(SHA256_OF_ABC).isNotEqualTo(afterOne);
        }
    }

    @Test
    void completesAfterTheStreamWasClosed() throws IOException {
        try (BackupWriter writer = store().begin(new BackupStart(MORNING, Format.PLAIN))) {
            stream(writer).write("abc".getBytes(UTF_8));
            stream(writer).close();
            writer.complete(manifest(writer, MORNING, 3));
        }

        assertThat(store().list()).hasSize(1);
    }

    @Test
    void refusesAManifestOfOtherBytes() throws IOException {
        try (BackupWriter writer = store().begin(new BackupStart(MORNING, Format.PLAIN))) {
            stream(writer).write("abc".getBytes(UTF_8));

            assertThatIllegalArgumentException().isThrownBy(() -> writer.complete(manifest(writer, MORNING, 4)));
        }
        assertThat(store().list()).isEmpty();
    }

    @Test
    void deletesABackup() throws IOException {
        Backup morning = take(MORNING, Format.PLAIN, "abc");
        Backup evening = take(EVENING, Format.PLAIN, "abc");

        store().delete(morning.name());

        assertThat(store().list()).containsExactly(evening);
    }

    @Test
    void keepsABackupOfSeveralFiles() throws IOException {
        Backup backup = takeFolder(MORNING);

        assertThat(backup.name()).isEqualTo("backup_20261122_093000.dir");
        assertThat(backup.bytes()).isEqualTo(10);
        assertThat(backup.contents().files())
                .extracting(DumpFile::name, DumpFile::bytes)
                .containsExactly(tuple("3001.dat", 3L), tuple("toc.dat", 7L));
        assertThat(backup.contents().files().getFirst().sha256()).isEqualTo(SHA256_OF_ABC);
        assertThat(store().list()).containsExactly(backup);
    }

    @Test
    void deletesABackupOfSeveralFiles() throws IOException {
        store().delete(takeFolder(MORNING).name());

        assertThat(store().list()).isEmpty();
        assertThat(takeFolder(MORNING).name()).isEqualTo("backup_20261122_093000.dir");
    }

    @Test
    void keepsNothingOfSeveralFilesThatWereGivenUp() throws IOException {
        try (BackupWriter writer = store().begin(new BackupStart(MORNING, Format.DIRECTORY))) {
            fill(writer);
        }

        assertThat(store().list()).isEmpty();
        assertThat(takeFolder(MORNING).name()).isEqualTo("backup_20261122_093000.dir");
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
        Backup backup = take(MORNING, Format.PLAIN, "abc");

        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> store().delete(name))
                .satisfies(thrown -> assertThat(thrown.failure()).isInstanceOf(InputFailure.BadRequest.class));
        assertThat(store().list()).containsExactly(backup);
    }
}
