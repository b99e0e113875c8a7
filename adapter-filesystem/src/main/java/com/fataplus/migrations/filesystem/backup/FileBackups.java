package com.fataplus.migrations.filesystem.backup;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.MigratorConfig;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.BackupStart;
import com.fataplus.migrations.application.port.BackupStore;
import com.fataplus.migrations.application.port.BackupWriter;
import com.fataplus.migrations.filesystem.DurableFiles;
import com.fataplus.migrations.filesystem.OwnerOnly;
import com.fataplus.migrations.filesystem.WorkingDirectory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Backups as pairs of files: {@code backup_20261122_093000.sql} and its manifest {@code backup_20261122_093000.json}. */
public final class FileBackups implements BackupStore {
    private final BackupFolder folder;
    private final Clock clock;

    /** @param clock tells how old leftovers of crashes are */
    public FileBackups(WorkingDirectory here, Path folder, Clock clock) {
        this.folder = new BackupFolder(here.resolve(folder.toString()), here.shown(folder));
        this.clock = requireNonNull(clock, "clock");
    }

    /** The folder that the configuration names. */
    public static FileBackups of(MigratorConfig config, WorkingDirectory here, Clock clock) {
        Path project = here.resolve(config.scripts().directory());
        return new FileBackups(here, project.resolve(config.backup().directory()), clock);
    }

    @Override
    public long freeBytes() {
        try {
            folder.create();
            return Files.getFileStore(folder.path()).getUsableSpace();
        } catch (IOException e) {
            throw folder.failure("cannot make room for backups", e);
        }
    }

    @Override
    public BackupWriter begin(BackupStart start) {
        try {
            folder.create();
            new Leftovers(folder, clock.instant()).sweep();
            for (int attempt = 1; ; attempt++) {
                Optional<FileChannel> reserved = reserve(start.stem(attempt));
                if (reserved.isPresent()) {
                    return new FileBackupWriter(folder, start.stem(attempt), start.extension(), reserved.get());
                }
            }
        } catch (IOException e) {
            throw folder.failure("cannot begin a backup", e);
        }
    }

    /** The partial dump reserves its stem: of all who would like it, one can create it. */
    private Optional<FileChannel> reserve(String stem) throws IOException {
        if (isTaken(stem)) {
            return Optional.empty();
        }
        Path partial = folder.partialDump(stem);
        try {
            FileChannel channel = FileChannel.open(partial, Set.of(CREATE_NEW, WRITE), OwnerOnly.file(partial));
            if (isTaken(stem)) { // another one completed it between our look and our reservation
                channel.close();
                Files.deleteIfExists(partial);
                return Optional.empty();
            }
            return Optional.of(channel);
        } catch (FileAlreadyExistsException anotherIsWritingIt) {
            return Optional.empty();
        }
    }

    private boolean isTaken(String stem) throws IOException {
        return !folder.names(stem + ".*").isEmpty();
    }

    @Override
    public List<Backup> list() {
        return shelf().complete();
    }

    @Override
    public List<String> unreadable() {
        return shelf().unreadable();
    }

    /** Goes the way of {@link FileBackupWriter} backwards, so that a crash in between leaves what the next backup sweeps. */
    @Override
    public void delete(String name) {
        Backup backup = list().stream()
                .filter(listed -> listed.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
        String stem = Shelf.stem(backup.name());
        try {
            Files.move(folder.dump(backup.name()), folder.partialDump(stem), StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(folder.manifest(stem));
            Files.deleteIfExists(folder.partialDump(stem));
            DurableFiles.force(folder.path());
        } catch (IOException e) {
            throw folder.failure("cannot delete " + name, e);
        }
    }

    private Shelf shelf() {
        try {
            return Shelf.read(folder);
        } catch (IOException e) {
            throw folder.failure("cannot look for backups", e);
        }
    }

    private static MigrationException unknown(String name) {
        return new MigrationException(new InputFailure.BadRequest(
                "backup.unknown", "no backup is called '" + name + "'", Optional.of("fata backup list")));
    }
}
