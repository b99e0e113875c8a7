package com.fataplus.migrations.filesystem.backup;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.BackupWriter;
import com.fataplus.migrations.filesystem.DurableFiles;
import com.fataplus.migrations.filesystem.OwnerOnly;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

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
    private final FileChannel channel;
    private final HashingStream stream;

    /** @param channel the partial dump of the stem, empty and ours */
    FileBackupWriter(BackupFolder folder, String stem, String extension, FileChannel channel) {
        this.folder = requireNonNull(folder, "folder");
        this.stem = requireNonNull(stem, "stem");
        this.name = stem + "." + extension;
        this.channel = requireNonNull(channel, "channel");
        this.stream = new HashingStream(channel);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public OutputStream stream() {
        return stream;
    }

    @Override
    public String sha256() {
        return stream.sha256();
    }

    @Override
    public void complete(Backup manifest) {
        manifest.requireWritten(name, stream.bytes(), sha256());
        try {
            stream.flush();
            channel.force(true);
            Path described = folder.partialManifest(stem);
            DurableFiles.write(described, Manifest.write(manifest), OwnerOnly.file(described));
            DurableFiles.giveName(described, folder.manifest(stem));
            DurableFiles.giveName(folder.partialDump(stem), folder.dump(name));
        } catch (IOException e) {
            throw folder.failure("cannot complete the backup " + name, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            folder.discard(stem);
        } catch (IOException e) {
            throw folder.failure("cannot remove the unfinished backup " + name, e);
        }
    }
}
