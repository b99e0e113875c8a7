package com.fataplus.migrations.application.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fataplus.migrations.application.config.BackupConfig.Format;
import com.fataplus.migrations.application.port.DumpContents;
import com.fataplus.migrations.application.port.DumpContents.DumpFile;
import com.fataplus.migrations.application.port.DumpTarget;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The bytes of one dump: a file, or several. */
final class MemoryFiles {
    /** What the file is called here where there is but one; in a folder, pg_dump's own name for the table of contents. */
    private static final String FIRST = "toc.dat";

    private final Format format;
    private final SortedMap<String, ByteArrayOutputStream> files = new TreeMap<>();

    MemoryFiles(Format format) {
        this.format = format;
        if (format != Format.DIRECTORY) {
            files.put(FIRST, new ByteArrayOutputStream());
        }
    }

    MemoryFiles(Format format, String content) {
        this(format);
        files.computeIfAbsent(FIRST, name -> new ByteArrayOutputStream()).writeBytes(content.getBytes(UTF_8));
    }

    DumpTarget target(String name) {
        return switch (format) {
            case PLAIN, CUSTOM -> new DumpTarget.File(files.get(FIRST));
            case DIRECTORY -> new Folder("/memory/" + name, files);
        };
    }

    DumpContents contents() {
        if (format != Format.DIRECTORY) {
            return DumpContents.ofFile(content().length, sha256(content()));
        }
        List<DumpFile> described = files.entrySet().stream()
                .map(file -> new DumpFile(
                        file.getKey(),
                        file.getValue().size(),
                        sha256(file.getValue().toByteArray())))
                .toList();
        return new DumpContents(
                described.stream().mapToLong(DumpFile::bytes).sum(),
                sha256(DumpContents.listing(described).getBytes(UTF_8)),
                described);
    }

    byte[] content() {
        return files.get(FIRST).toByteArray();
    }

    InputStream open() {
        return new ByteArrayInputStream(content());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private record Folder(String path, SortedMap<String, ByteArrayOutputStream> files) implements DumpTarget.Folder {
        @Override
        public OutputStream create(String file) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (files.putIfAbsent(file, bytes) != null) {
                throw new IOException(file + " exists");
            }
            return bytes;
        }
    }
}
