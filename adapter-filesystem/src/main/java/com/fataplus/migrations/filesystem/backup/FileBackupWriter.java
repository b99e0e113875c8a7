package com.fataplus.migrations.filesystem.backup;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.failure.BackupFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.BackupWriter;
import com.fataplus.migrations.application.port.DumpContents;
import com.fataplus.migrations.application.port.DumpTarget;
import com.fataplus.migrations.filesystem.DurableFiles;
import com.fataplus.migrations.filesystem.OwnerOnly;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A dump on its way into the folder.
 *
 * <p>The manifest gets its final name first, the dump last: so a dump under its final name is whole and described, and whatever a crash leaves
 * is a manifest without a dump and hidden files, which nobody takes for a backup and the next one sweeps.
 */
final class FileBackupWriter implements BackupWriter {
    private final BackupFolder folder;
    private final String stem;
    private final String name;
    private final PartialDump partial;
    private Optional<DumpContents> contents = Optional.empty();

    /** @param partial the partial dump of the stem, empty and ours */
    FileBackupWriter(BackupFolder folder, String stem, String name, PartialDump partial) {
        this.folder = requireNonNull(folder, "folder");
        this.stem = requireNonNull(stem, "stem");
        this.name = requireNonNull(name, "name");
        this.partial = requireNonNull(partial, "partial");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DumpTarget target() {
        return partial.target();
    }

    @Override
    public DumpContents contents() {
        try {
            DumpContents now = partial.contents();
            contents = Optional.of(now);
            return now;
        } catch (IOException e) {
            throw new MigrationException(BackupFailure.notWritten(String.valueOf(e.getMessage())), e);
        }
    }

    /** What {@link #contents} has read once is not read again: it may be large. */
    @Override
    public void complete(Backup manifest) {
        manifest.requireWritten(name, contents.orElseGet(this::contents));
        try {
            partial.force();
            Path described = folder.partialManifest(stem);
            DurableFiles.write(described, Manifest.write(manifest), OwnerOnly.file(described));
            DurableFiles.giveName(described, folder.manifest(stem));
            partial.giveName(folder.dump(name));
        } catch (IOException e) {
            throw folder.failure("cannot complete the backup " + name, e);
        }
    }

    @Override
    public void close() {
        try {
            partial.close();
            folder.discard(stem);
        } catch (IOException e) {
            throw folder.failure("cannot remove the unfinished backup " + name, e);
        }
    }
}
