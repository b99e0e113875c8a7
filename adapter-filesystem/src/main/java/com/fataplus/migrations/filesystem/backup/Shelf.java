package com.fataplus.migrations.filesystem.backup;

import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.filesystem.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands in the folder. A manifest without a dump is neither: its backup is being written, being deleted, or died on the way.
 *
 * @param complete newest first
 * @param unreadable one sentence for each pair that cannot be trusted
 */
record Shelf(List<Backup> complete, List<String> unreadable) {
    Shelf {
        complete = complete.stream().sorted(Backup.NEWEST_FIRST).toList();
        unreadable = List.copyOf(unreadable);
    }

    static Shelf read(BackupFolder folder) throws IOException {
        List<Backup> complete = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (String manifest : folder.names("backup_*.json")) {
            String stem = stem(manifest);
            List<String> dumps = folder.dumps(stem);
            if (dumps.isEmpty()) {
                continue;
            }
            try {
                complete.add(read(folder, stem, dumps));
            } catch (IOException e) {
                unreadable.add("%s/%s cannot be read: %s".formatted(folder.shown(), manifest, IoReason.of(e)));
            } catch (IllegalArgumentException e) {
                unreadable.add("%s/%s is no manifest: %s".formatted(folder.shown(), manifest, e.getMessage()));
            }
        }
        return new Shelf(complete, unreadable);
    }

    /** A file name up to its first dot. */
    static String stem(String name) {
        return name.substring(0, name.indexOf('.'));
    }

    private static Backup read(BackupFolder folder, String stem, List<String> dumps) throws IOException {
        Backup backup = Manifest.read(Files.readAllBytes(folder.manifest(stem)));
        if (!dumps.contains(backup.name())) {
            throw new IllegalArgumentException("it tells of '" + backup.name() + "', beside it is " + dumps.getFirst());
        }
        long bytes = Files.size(folder.dump(backup.name()));
        if (bytes != backup.bytes()) {
            throw new IllegalArgumentException(
                    "it tells of %d bytes, %s has %d".formatted(backup.bytes(), backup.name(), bytes));
        }
        return backup;
    }
}
