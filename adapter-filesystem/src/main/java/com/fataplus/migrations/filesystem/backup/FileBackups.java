package com.fataplus.migrations.filesystem.backup;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.BackupConfig.Format;
import com.fataplus.migrations.application.config.MigratorConfig;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.BackupStart;
import com.fataplus.migrations.application.port.BackupStore;
import com.fataplus.migrations.application.port.BackupWriter;
import com.fataplus.migrations.application.port.StoredDump;
import com.fataplus.migrations.filesystem.DurableFiles;
import com.fataplus.migrations.filesystem.WorkingDirectory;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Backups as pairs of files: {@code backup_20261122_093000.sql} and its manifest {@code backup_20261122_093000.json}. */
public final class FileBackups implements BackupStore {
    private final WorkingDirectory here;
    private final BackupFolder folder;
    private final Clock clock;

    /** @param clock tells how old leftovers of crashes are */
    public FileBackups(WorkingDirectory here, Path folder, Clock clock) {
        this.here = requireNonNull(here, "here");
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
                Optional<PartialDump> reserved = reserve(start.stem(attempt), start.format());
                if (reserved.isPresent()) {
                    return new FileBackupWriter(folder, start.stem(attempt), start.name(attempt), reserved.get());
                }
            }
        } catch (IOException e) {
            throw folder.failure("cannot begin a backup", e);
        }
    }

    /** The partial dump reserves its stem: of all who would like it, one can create it. */
    private Optional<PartialDump> reserve(String stem, Format format) throws IOException {
        if (isTaken(stem)) {
            return Optional.empty();
        }
        Path partial = folder.partialDump(stem);
        try {
            PartialDump reserved = switch (format) {
                case PLAIN, CUSTOM -> PartialFile.create(partial);
                case DIRECTORY -> PartialFolder.create(partial);
            };
            if (isTaken(stem)) { // another one completed it between our look and our reservation
                reserved.close();
                Files.deleteIfExists(partial);
                return Optional.empty();
            }
            return Optional.of(reserved);
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

    @Override
    public StoredDump open(String name) {
        Backup backup = named(name);
        return new FileDump(folder, backup.name(), backup.format(), Optional.of(backup));
    }

    @Override
    public StoredDump openFile(String path) {
        Path file = here.resolve(path);
        if (!Files.exists(file)) {
            throw refused("backup.no-such-file", "there is no dump " + path);
        }
        try {
            BackupFolder around = new BackupFolder(file.toAbsolutePath().getParent(), here.shown(file.getParent()));
            String name = file.getFileName().toString();
            Optional<Backup> manifest = Shelf.read(around).complete().stream()
                    .filter(backup -> backup.name().equals(name))
                    .findFirst();
            Format format = FileDump.formatOf(file)
                    .orElseThrow(() -> refused("backup.no-dump", path + " is no dump of pg_dump"));
            return new FileDump(around, name, format, manifest);
        } catch (IOException e) {
            throw folder.failure("cannot read " + path, e);
        }
    }

    /** Goes the way of {@link FileBackupWriter} backwards, so that a crash in between leaves what the next backup sweeps. */
    @Override
    public void delete(String name) {
        Backup backup = named(name);
        String stem = Shelf.stem(backup.name());
        try {
            BackupFolder.deleteDump(folder.partialDump(stem));
            Files.move(folder.dump(backup.name()), folder.partialDump(stem));
            Files.deleteIfExists(folder.manifest(stem));
            BackupFolder.deleteDump(folder.partialDump(stem));
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

    private Backup named(String name) {
        return list().stream()
                .filter(listed -> listed.name().equals(name))
                .findFirst()
                .orElseThrow(() -> refused("backup.unknown", "no backup is called '" + name + "'"));
    }

    private static MigrationException refused(String code, String summary) {
        return new MigrationException(new InputFailure.BadRequest(code, summary, Optional.of("fata backup list")));
    }
}
