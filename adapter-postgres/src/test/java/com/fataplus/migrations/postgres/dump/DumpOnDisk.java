package com.fataplus.migrations.postgres.dump;

import com.fataplus.migrations.application.config.BackupConfig.Format;
import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.BackupCheck;
import com.fataplus.migrations.application.port.DatabaseDump.DumpTool;
import com.fataplus.migrations.application.port.DumpTarget;
import com.fataplus.migrations.application.port.StoredDump;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A dump in a file or a folder of a test's own. */
record DumpOnDisk(Path file, Format format) implements StoredDump {
    /** Dumps as the tool was told to. */
    static DumpOnDisk write(PgDump dumps, DumpTool tool, Format format, Path folder) throws IOException {
        Path file = folder.resolve("dump." + format.extension());
        switch (format) {
            case PLAIN, CUSTOM -> {
                try (OutputStream stream = Files.newOutputStream(file)) {
                    dumps.dump(tool, new DumpTarget.File(stream), bytes -> {}, new Cancellation());
                }
            }
            case DIRECTORY ->
                dumps.dump(tool, new Folder(Files.createDirectory(file)), bytes -> {}, new Cancellation());
        }
        return new DumpOnDisk(file, format);
    }

    @Override
    public String name() {
        return file.getFileName().toString();
    }

    @Override
    public Optional<Backup> manifest() {
        return Optional.empty();
    }

    @Override
    public String path() {
        return file.toString();
    }

    @Override
    public InputStream content() {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> damages() {
        return List.of();
    }

    @Override
    public void note(BackupCheck check) {
        throw new UnsupportedOperationException("there is no manifest");
    }

    private record Folder(Path folder) implements DumpTarget.Folder {
        @Override
        public String path() {
            return folder.toString();
        }

        @Override
        public OutputStream create(String file) throws IOException {
            return Files.newOutputStream(folder.resolve(file));
        }
    }
}
