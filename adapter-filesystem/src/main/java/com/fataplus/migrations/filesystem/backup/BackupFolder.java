package com.fataplus.migrations.filesystem.backup;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.failure.BackupFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.filesystem.IoReason;
import com.fataplus.migrations.filesystem.OwnerOnly;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Which names stand in the folder and what they mean. A backup is {@code STEM.sql}, or another ending, with its manifest {@code STEM.json}; hidden
 * {@code .STEM.partial} and {@code .STEM.json.partial} are what they are written as.
 *
 * @param shown the path as its user knows it
 */
record BackupFolder(Path path, String shown) {
    BackupFolder {
        requireNonNull(path, "path");
        requireNonNull(shown, "shown");
    }

    Path dump(String name) {
        return path.resolve(name);
    }

    Path manifest(String stem) {
        return path.resolve(stem + ".json");
    }

    Path partialDump(String stem) {
        return path.resolve("." + stem + ".partial");
    }

    Path partialManifest(String stem) {
        return path.resolve("." + stem + ".json.partial");
    }

    /** Makes the folder where there is none, for its owner only: a dump has everybody's data. */
    void create() throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path, OwnerOnly.folder(path));
        }
    }

    /** The names that fit a pattern, sorted; none where there is no folder. */
    List<String> names(String glob) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, glob)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        Collections.sort(names);
        return names;
    }

    /** The dumps of a stem: one, or none while its backup is not complete. */
    List<String> dumps(String stem) throws IOException {
        return names(stem + ".*").stream()
                .filter(name -> !name.equals(stem + ".json"))
                .toList();
    }

    /**
     * Removes what was written of a backup that never became complete. The partial dump goes last: as long as it stands, a sweep knows that
     * there is something to do.
     */
    void discard(String stem) throws IOException {
        Files.deleteIfExists(partialManifest(stem));
        if (dumps(stem).isEmpty()) {
            Files.deleteIfExists(manifest(stem));
        }
        deleteDump(partialDump(stem));
    }

    /** Removes a dump, with its files where it is a folder. */
    static void deleteDump(Path dump) throws IOException {
        if (Files.isDirectory(dump, LinkOption.NOFOLLOW_LINKS)) {
            for (Path file : Contents.files(dump)) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(dump);
    }

    MigrationException failure(String what, IOException cause) {
        return new MigrationException(
                new BackupFailure(
                        "backup.folder",
                        "%s in %s: %s".formatted(what, shown, IoReason.of(cause)),
                        Optional.of("mend the folder, or choose another: backup.directory in fata.toml")),
                cause);
    }
}
