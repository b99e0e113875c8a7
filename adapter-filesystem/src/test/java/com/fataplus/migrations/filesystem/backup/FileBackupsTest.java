package com.fataplus.migrations.filesystem.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fataplus.migrations.application.config.BackupConfig.Format;
import com.fataplus.migrations.application.failure.BackupFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.BackupStart;
import com.fataplus.migrations.application.port.BackupStoreContract;
import com.fataplus.migrations.application.port.BackupWriter;
import com.fataplus.migrations.filesystem.WorkingDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBackupsTest extends BackupStoreContract {
    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    private static final BackupStart START = new BackupStart(NOW, Format.PLAIN);

    private Path folder;
    private FileBackups backups;

    @BeforeEach
    void choosesAFolderThatIsNotThere(@TempDir Path temporary) {
        folder = temporary.resolve("my récoltes").resolve("backups");
        backups = new FileBackups(new WorkingDirectory(temporary), folder, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Override
    protected FileBackups store() {
        return backups;
    }

    @Test
    void laysManifestBesideDump() throws IOException {
        take(NOW, Format.PLAIN, "create table plots ();");

        assertThat(names()).containsExactly("backup_20261122_093000.json", "backup_20261122_093000.sql");
        assertThat(folder.resolve("backup_20261122_093000.sql")).hasContent("create table plots ();");
        assertThat(folder.resolve("backup_20261122_093000.json")).content().contains("\"database\" : \"fataplus_dev\"");
    }

    @Test
    void showsBackupsToTheirOwnerOnly() throws IOException {
        take(NOW, Format.PLAIN, "abc");

        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(folder.resolve("backup_20261122_093000.sql"))).isEqualTo("rw-------");
        assertThat(permissions(folder.resolve("backup_20261122_093000.json"))).isEqualTo("rw-------");
    }

    @Test
    void hidesAnUnfinishedDumpFromOthersToo() throws IOException {
        try (BackupWriter writer = backups.begin(START)) {
            stream(writer).write('a');
            stream(writer).flush();

            assertThat(names()).containsExactly(".backup_20261122_093000.partial");
            assertThat(permissions(folder.resolve(".backup_20261122_093000.partial")))
                    .isEqualTo("rw-------");
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void closesAFolderOfFilesToOthers() throws IOException {
        takeFolder(NOW);

        assertThat(permissions(folder.resolve("backup_20261122_093000.dir"))).isEqualTo("rwx------");
    }

    @Test
    void leavesThePermissionsOfAFolderThatWasThere() throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-x---")));

        take(NOW, Format.PLAIN, "abc");

        assertThat(permissions(folder)).isEqualTo("rwxr-x---");
    }

    @Test
    void makesTheFolderToTellItsFreeSpace() {
        assertThat(backups.freeBytes()).isPositive();
        assertThat(folder).isDirectory();
    }

    @Test
    void passesOverANameThatIsTakenByAnotherProgram() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("backup_20261122_093000.sql"), "older tool");

        assertThat(take(NOW, Format.CUSTOM, "abc").name()).isEqualTo("backup_20261122_093000_2.dump");
        assertThat(folder.resolve("backup_20261122_093000.sql")).hasContent("older tool");
    }

    @Test
    void neverReplacesAFileThatAppearsMeanwhile() throws IOException {
        try (BackupWriter writer = backups.begin(START)) {
            Files.writeString(folder.resolve("backup_20261122_093000.sql"), "older tool");

            assertThatExceptionOfType(MigrationException.class)
                    .isThrownBy(() -> complete(writer, NOW, "abc"))
                    .satisfies(thrown -> assertThat(thrown.failure()).isInstanceOf(BackupFailure.class))
                    .withMessageContaining("backup_20261122_093000.sql");
        }
        assertThat(folder.resolve("backup_20261122_093000.sql")).hasContent("older tool");
    }

    @Test
    void namesTheManifestBeforeTheDump() throws IOException {
        try (BackupWriter writer = backups.begin(START)) {
            Files.writeString(folder.resolve("backup_20261122_093000.json"), "another's");

            assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> complete(writer, NOW, "abc"));

            assertThat(folder.resolve("backup_20261122_093000.sql")).doesNotExist();
        }
    }

    @Test
    void givesManyAtOnceEachItsOwnName() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(Collections.nCopies(20, () -> take(NOW, Format.PLAIN, "abc")))
                    .forEach(Future::resultNow);
        }

        assertThat(backups.list()).extracting(Backup::name).hasSize(20).doesNotHaveDuplicates();
        assertThat(names()).hasSize(40).noneMatch(name -> name.startsWith("."));
    }

    @Test
    void takesNoManifestWithoutDumpForABackup() throws IOException {
        take(NOW, Format.PLAIN, "abc");
        Files.move(folder.resolve("backup_20261122_093000.sql"), folder.resolve(".backup_20261122_093000.partial"));

        assertThat(backups.list()).isEmpty();
        assertThat(backups.unreadable()).isEmpty();
    }

    @Test
    void sweepsWhatACrashLeftBetweenTheTwoNames() throws IOException {
        take(NOW, Format.PLAIN, "abc");
        Path partial = folder.resolve(".backup_20261122_093000.partial");
        Files.move(folder.resolve("backup_20261122_093000.sql"), partial);
        makeOlderThanADay(partial);

        Backup next = take(NOW, Format.PLAIN, "def");

        assertThat(names()).containsExactly("backup_20261122_093000.json", "backup_20261122_093000.sql");
        assertThat(backups.list()).containsExactly(next);
    }

    @Test
    void sweepsWhatACrashLeftWhileWriting() throws IOException {
        Files.createDirectories(folder);
        makeOlderThanADay(Files.writeString(folder.resolve(".backup_20261101_000000.partial"), "half a du"));
        makeOlderThanADay(Files.writeString(folder.resolve(".backup_20261101_000000_2.json.partial"), "{"));

        take(NOW, Format.PLAIN, "abc");

        assertThat(names()).containsExactly("backup_20261122_093000.json", "backup_20261122_093000.sql");
    }

    @Test
    void leavesTheBackupWhoseTemporaryNameOutlivedACrash() throws IOException {
        Backup backup = take(NOW, Format.PLAIN, "abc");
        Path partial = folder.resolve(".backup_20261122_093000.partial");
        Files.createLink(partial, folder.resolve(backup.name()));
        makeOlderThanADay(partial);

        backups.begin(START).close();

        assertThat(backups.list()).containsExactly(backup);
        assertThat(partial).doesNotExist();
    }

    @Test
    void leavesYoungLeftoversToThoseWhoMayStillBeWriting() throws IOException {
        Files.createDirectories(folder);
        Path partial = Files.writeString(folder.resolve(".backup_20261122_093000.partial"), "half a du");
        Files.setLastModifiedTime(partial, FileTime.from(NOW.minus(Duration.ofHours(23))));

        Backup backup = take(NOW, Format.PLAIN, "abc");

        assertThat(backup.name()).isEqualTo("backup_20261122_093000_2.sql");
        assertThat(partial).exists();
    }

    @Test
    void leavesDumpsOfOtherToolsAlone() throws IOException {
        Files.createDirectories(folder);
        Path foreign = makeOlderThanADay(Files.writeString(folder.resolve("backup_20251101_000000.sql"), "older tool"));

        take(NOW, Format.PLAIN, "abc");

        assertThat(foreign).exists();
        assertThat(backups.list()).hasSize(1);
    }

    @Test
    void tellsADamagedManifestBesideTheOthers() throws IOException {
        Backup sound = take(NOW.minusSeconds(1), Format.PLAIN, "abc");
        take(NOW, Format.PLAIN, "def");
        Files.writeString(folder.resolve("backup_20261122_093000.json"), "{ \"name\"");

        assertThat(backups.list()).containsExactly(sound);
        assertThat(backups.unreadable()).singleElement().asString().contains("backup_20261122_093000.json", "JSON");
    }

    @Test
    void tellsAManifestThatLacksSomething() throws IOException {
        take(NOW, Format.PLAIN, "abc");
        Files.writeString(folder.resolve("backup_20261122_093000.json"), "{\"name\": \"backup_20261122_093000.sql\"}");

        assertThat(backups.unreadable()).singleElement().asString().contains("lacks a text 'takenAt'");
    }

    @Test
    void tellsADumpThatWasCutShort() throws IOException {
        take(NOW, Format.PLAIN, "abc");
        Files.writeString(folder.resolve("backup_20261122_093000.sql"), "ab");

        assertThat(backups.list()).isEmpty();
        assertThat(backups.unreadable()).singleElement().asString().contains("3 bytes", "has 2");
    }

    @Test
    void leavesOutABackupThatIsDeletedMeanwhile() throws IOException {
        take(NOW, Format.PLAIN, "abc");
        Files.delete(folder.resolve("backup_20261122_093000.sql"));
        Files.createSymbolicLink(folder.resolve("backup_20261122_093000.sql"), Path.of("gone"));

        assertThat(backups.list()).isEmpty();
        assertThat(backups.unreadable()).isEmpty();
    }

    @Test
    void believesNoManifestThatPointsElsewhere() throws IOException {
        take(NOW, Format.PLAIN, "abc");
        Path manifest = folder.resolve("backup_20261122_093000.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"backup_20", "\"../backup_20"));

        assertThat(backups.list()).isEmpty();
        assertThat(backups.unreadable()).hasSize(1);
    }

    @Test
    void deletesManifestAndDump() throws IOException {
        Backup backup = take(NOW, Format.PLAIN, "abc");

        backups.delete(backup.name());

        assertThat(names()).isEmpty();
    }

    @Test
    void saysWhyAFolderCannotBeUsed() throws IOException {
        Files.createDirectories(folder.getParent());
        Files.writeString(folder, "a file");

        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> backups.begin(START))
                .satisfies(thrown -> assertThat(thrown.failure()).isInstanceOf(BackupFailure.class))
                .withMessageContaining("my récoltes/backups");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static Path makeOlderThanADay(Path file) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofHours(25))));
    }
}
