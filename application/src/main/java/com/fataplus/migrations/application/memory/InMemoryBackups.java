package com.fataplus.migrations.application.memory;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.BackupConfig.Format;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.BackupCheck;
import com.fataplus.migrations.application.port.BackupStart;
import com.fataplus.migrations.application.port.BackupStore;
import com.fataplus.migrations.application.port.BackupWriter;
import com.fataplus.migrations.application.port.DumpContents;
import com.fataplus.migrations.application.port.DumpTarget;
import com.fataplus.migrations.application.port.StoredDump;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A backup folder of a given size that is gone with the process. */
public final class InMemoryBackups implements BackupStore {
    private final long capacity;
    private final Map<String, Backup> complete = new LinkedHashMap<>();
    private final Map<String, MemoryFiles> files = new LinkedHashMap<>();
    private final Set<String> stemsInUse = new HashSet<>();

    /** @param capacity the free space it has at first, in bytes */
    public InMemoryBackups(long capacity) {
        this.capacity = capacity;
    }

    @Override
    public long freeBytes() {
        return capacity - complete.values().stream().mapToLong(Backup::bytes).sum();
    }

    @Override
    public BackupWriter begin(BackupStart start) {
        int attempt = 1;
        while (!stemsInUse.add(start.stem(attempt))) {
            attempt++;
        }
        return new Writer(start.stem(attempt), start.name(attempt), start.format());
    }

    @Override
    public List<Backup> list() {
        return complete.values().stream().sorted(Backup.NEWEST_FIRST).toList();
    }

    @Override
    public List<String> unreadable() {
        return List.of();
    }

    @Override
    public StoredDump open(String name) {
        return new Stored(Optional.of(named(name)), name, named(name).format());
    }

    @Override
    public StoredDump openFile(String path) {
        if (!files.containsKey(path)) {
            throw new MigrationException(new InputFailure.BadRequest(
                    "backup.no-such-file", "there is no dump " + path, Optional.of("fata backup list")));
        }
        return new Stored(Optional.empty(), path, Format.PLAIN);
    }

    @Override
    public void delete(String name) {
        complete.remove(named(name).name());
        files.remove(name);
        stemsInUse.remove(name.substring(0, name.indexOf('.')));
    }

    /** The dump itself; of one that is a folder, its table of contents. */
    public byte[] content(String name) {
        return files.get(named(name).name()).content();
    }

    /** Damages a backup behind the manifest's back. */
    public void damage(String name) {
        files.put(name, new MemoryFiles(named(name).format(), name + ", damaged"));
    }

    /** Lays a dump of one file without a manifest somewhere. */
    public void lay(String path, String text) {
        files.put(path, new MemoryFiles(Format.PLAIN, text));
    }

    private Backup named(String name) {
        return Optional.ofNullable(complete.get(name))
                .orElseThrow(() -> new MigrationException(new InputFailure.BadRequest(
                        "backup.unknown", "no backup is called '" + name + "'", Optional.of("fata backup list"))));
    }

    private final class Stored implements StoredDump {
        private final Optional<Backup> manifest;
        private final String name;
        private final Format format;

        private Stored(Optional<Backup> manifest, String name, Format format) {
            this.manifest = manifest;
            this.name = name;
            this.format = format;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Optional<Backup> manifest() {
            return manifest;
        }

        @Override
        public Format format() {
            return format;
        }

        @Override
        public String path() {
            return "/memory/" + name;
        }

        @Override
        public InputStream content() {
            return files.get(name).open();
        }

        @Override
        public List<String> damages() {
            List<String> damages = new ArrayList<>();
            manifest.filter(backup -> !backup.contents().equals(files.get(name).contents()))
                    .ifPresent(backup -> damages.add(name + " has other bytes than those that were written"));
            return damages;
        }

        @Override
        public void note(BackupCheck check) {
            manifest.ifPresent(backup -> complete.put(name, backup.after(check)));
        }
    }

    private final class Writer implements BackupWriter {
        private final String stem;
        private final String name;
        private final MemoryFiles written;

        private Writer(String stem, String name, Format format) {
            this.stem = stem;
            this.name = name;
            this.written = new MemoryFiles(format);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public DumpTarget target() {
            return written.target(name);
        }

        @Override
        public DumpContents contents() {
            return written.contents();
        }

        @Override
        public void complete(Backup manifest) {
            requireNonNull(manifest, "manifest").requireWritten(name, contents());
            complete.put(name, manifest);
            files.put(name, written);
        }

        @Override
        public void close() {
            if (!complete.containsKey(name)) {
                stemsInUse.remove(stem);
            }
        }
    }
}
