package com.fataplus.migrations.filesystem.backup;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.filesystem.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands in the folder. A manifest without a dump is neither: its backup is being written, being deleted, or died on
 * the way. Nor is a dump without a manifest, which another tool wrote.
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
        Map<String, List<String>> pairs =
                folder.names("backup_*").stream().collect(groupingBy(Shelf::stem, TreeMap::new, toList()));
        for (Map.Entry<String, List<String>> pair : pairs.entrySet()) {
            String manifest = pair.getKey() + ".json";
            List<String> dumps = pair.getValue().stream()
                    .filter(name -> !name.equals(manifest))
                    .toList();
            if (dumps.isEmpty() || dumps.size() == pair.getValue().size()) {
                continue;
            }
            try {
                complete.add(read(folder, pair.getKey(), dumps));
            } catch (NoSuchFileException deletedMeanwhile) {
                // one that is gone is neither
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
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    private static Backup read(BackupFolder folder, String stem, List<String> dumps) throws IOException {
        Backup backup = Manifest.read(Files.readAllBytes(folder.manifest(stem)));
        if (!dumps.contains(backup.name())) {
            throw new IllegalArgumentException("it tells of '" + backup.name() + "', beside it is " + dumps.getFirst());
        }
        long bytes = Contents.bytes(folder.dump(backup.name()));
        if (bytes != backup.bytes()) {
            throw new IllegalArgumentException(
                    "it tells of %d bytes, %s has %d".formatted(backup.bytes(), backup.name(), bytes));
        }
        return backup;
    }
}
