package com.fataplus.migrations.filesystem.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.BackupConfig.Format;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.BackupCheck;
import com.fataplus.migrations.application.port.StoredDump;
import com.fataplus.migrations.filesystem.DurableFiles;
import com.fataplus.migrations.filesystem.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A dump in a folder, with its manifest where it has one.
 *
 * @param name what it is called there
 */
record FileDump(BackupFolder folder, String name, Format format, Optional<Backup> manifest) implements StoredDump {
    private static final String TABLE_OF_CONTENTS = "toc.dat";
    private static final String ARCHIVE_BEGINNING = "PGDMP";
    private static final String PLAIN_BEGINNING = "--\n-- PostgreSQL database dump";

    FileDump {
        requireNonNull(folder, "folder");
        requireNonNull(name, "name");
        requireNonNull(format, "format");
        requireNonNull(manifest, "manifest");
    }

    @Override
    public String path() {
        return folder.dump(name).toAbsolutePath().toString();
    }

    @Override
    public InputStream content() {
        try {
            return Files.newInputStream(
                    switch (format) {
                        case PLAIN, CUSTOM -> folder.dump(name);
                        case DIRECTORY -> folder.dump(name).resolve(TABLE_OF_CONTENTS);
                    });
        } catch (IOException e) {
            throw folder.failure("cannot read " + name, e);
        }
    }

    @Override
    public List<String> damages() {
        if (manifest.isEmpty()) {
            return List.of();
        }
        try {
            return Contents.differences(name, manifest.get().contents(), Contents.of(folder.dump(name)));
        } catch (IOException e) {
            throw folder.failure("cannot read " + name, e);
        }
    }

    @Override
    public void note(BackupCheck check) {
        if (manifest.isEmpty()) {
            return;
        }
        Path target = folder.manifest(Shelf.stem(name));
        Path partial = folder.partialManifest(Shelf.stem(name));
        try {
            Files.deleteIfExists(partial);
            DurableFiles.write(partial, Manifest.write(manifest.get().after(check)), OwnerOnly.file(partial));
            DurableFiles.replace(partial, target);
        } catch (IOException e) {
            throw folder.failure("cannot note in its manifest that " + name + " was checked", e);
        }
    }

    /** What the bytes look like; empty where they look like no dump. */
    static Optional<Format> formatOf(Path dump) throws IOException {
        if (Files.isDirectory(dump)) {
            return Files.isRegularFile(dump.resolve(TABLE_OF_CONTENTS))
                    ? Optional.of(Format.DIRECTORY)
                    : Optional.empty();
        }
        try (InputStream in = Files.newInputStream(dump)) {
            String beginning = new String(in.readNBytes(PLAIN_BEGINNING.length()), UTF_8);
            if (beginning.startsWith(ARCHIVE_BEGINNING)) {
                return Optional.of(Format.CUSTOM);
            }
            return beginning.equals(PLAIN_BEGINNING) ? Optional.of(Format.PLAIN) : Optional.empty();
        }
    }
}
