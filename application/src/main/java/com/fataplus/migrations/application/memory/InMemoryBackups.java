package com.fataplus.migrations.application.memory;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.BackupStart;
import com.fataplus.migrations.application.port.BackupStore;
import com.fataplus.migrations.application.port.BackupWriter;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A backup folder of a given size that is gone with the process. */
public final class InMemoryBackups implements BackupStore {
    private final long capacity;
    private final Map<Backup, byte[]> complete = new LinkedHashMap<>();
    private final Set<String> stemsInUse = new HashSet<>();

    /** @param capacity the free space it has at first, in bytes */
    public InMemoryBackups(long capacity) {
        this.capacity = capacity;
    }

    @Override
    public long freeBytes() {
        return capacity - complete.keySet().stream().mapToLong(Backup::bytes).sum();
    }

    @Override
    public BackupWriter begin(BackupStart start) {
        int attempt = 1;
        while (!stemsInUse.add(start.stem(attempt))) {
            attempt++;
        }
        return new Writer(start.stem(attempt), start.extension());
    }

    @Override
    public List<Backup> list() {
        return complete.keySet().stream().sorted(Backup.NEWEST_FIRST).toList();
    }

    @Override
    public List<String> unreadable() {
        return List.of();
    }

    @Override
    public void delete(String name) {
        complete.remove(named(name));
        stemsInUse.remove(name.substring(0, name.indexOf('.')));
    }

    /** The dump itself. */
    public byte[] content(String name) {
        return complete.get(named(name)).clone();
    }

    private Backup named(String name) {
        return complete.keySet().stream()
                .filter(backup -> backup.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new MigrationException(new InputFailure.BadRequest(
                        "backup.unknown", "no backup is called '" + name + "'", Optional.of("fata backup list"))));
    }

    private final class Writer implements BackupWriter {
        private final String stem;
        private final String name;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        private Writer(String stem, String extension) {
            this.stem = stem;
            this.name = stem + "." + extension;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public OutputStream stream() {
            return bytes;
        }

        @Override
        public String sha256() {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
            } catch (NoSuchAlgorithmException e) {
                throw new AssertionError("every Java platform has SHA-256", e);
            }
        }

        @Override
        public void complete(Backup manifest) {
            requireNonNull(manifest, "manifest").requireWritten(name, bytes.size(), sha256());
            complete.put(manifest, bytes.toByteArray());
        }

        @Override
        public void close() {
            if (complete.keySet().stream().noneMatch(backup -> backup.name().equals(name))) {
                stemsInUse.remove(stem);
            }
        }
    }
}
