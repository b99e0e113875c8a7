package com.fataplus.migrations.filesystem.backup;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/** What crashes left behind. A backup that is still being written is younger: its file changes with every byte. */
record Leftovers(BackupFolder folder, Instant now) {
    private static final Duration OLD = Duration.ofDays(1);

    Leftovers {
        requireNonNull(folder, "folder");
        requireNonNull(now, "now");
    }

    /** Removes those older than a day, as far as it can: that one cannot be removed is no reason to take no backup. */
    void sweep() {
        try {
            for (String name : folder.names(".backup_*.partial")) {
                if (isOld(folder.path().resolve(name))) {
                    folder.discard(stem(name));
                }
            }
        } catch (IOException left) {
            // the next backup tries again
        }
    }

    private static String stem(String name) {
        return name.substring(1, name.indexOf('.', 1));
    }

    private boolean isOld(Path file) throws IOException {
        try {
            return lastChange(file).toInstant().isBefore(now.minus(OLD));
        } catch (NoSuchFileException finishedMeanwhile) {
            return false;
        }
    }

    /** A folder's own time tells only of files that came. */
    private static FileTime lastChange(Path partial) throws IOException {
        FileTime last = Files.getLastModifiedTime(partial);
        if (Files.isDirectory(partial)) {
            for (Path file : Contents.files(partial)) {
                FileTime changed = Files.getLastModifiedTime(file);
                last = changed.compareTo(last) > 0 ? changed : last;
            }
        }
        return last;
    }
}
