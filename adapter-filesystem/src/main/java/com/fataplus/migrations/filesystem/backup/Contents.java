package com.fataplus.migrations.filesystem.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fataplus.migrations.application.port.DumpContents;
import com.fataplus.migrations.application.port.DumpContents.DumpFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a dump on disk is made of, read byte by byte. */
final class Contents {
    private Contents() {}

    static DumpContents of(Path dump) throws IOException {
        if (!Files.isDirectory(dump)) {
            return DumpContents.ofFile(Files.size(dump), sha256(dump));
        }
        List<DumpFile> files = new ArrayList<>();
        for (Path file : files(dump)) {
            files.add(new DumpFile(file.getFileName().toString(), Files.size(file), sha256(file)));
        }
        byte[] listing = DumpContents.listing(files).getBytes(UTF_8);
        return new DumpContents(
                files.stream().mapToLong(DumpFile::bytes).sum(),
                HexFormat.of().formatHex(HashingStream.sha256Digest().digest(listing)),
                files);
    }

    /** Without reading them. */
    static long bytes(Path dump) throws IOException {
        if (!Files.isDirectory(dump)) {
            return Files.size(dump);
        }
        long bytes = 0;
        for (Path file : files(dump)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    /** The files of a folder by name. */
    static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            all.forEach(files::add);
        }
        return files.stream().sorted().toList();
    }

    /** How what is there differs from what was written, one sentence each. */
    static List<String> differences(String name, DumpContents written, DumpContents found) {
        if (written.equals(found)) {
            return List.of();
        }
        if (written.files().isEmpty()) {
            return List.of("%s is damaged: %d bytes with SHA-256 %s, written were %d with %s"
                    .formatted(name, found.bytes(), found.sha256(), written.bytes(), written.sha256()));
        }
        List<String> differences = new ArrayList<>();
        Map<String, DumpFile> left = found.files().stream()
                .collect(Collectors.toMap(DumpFile::name, file -> file, (one, other) -> one, TreeMap::new));
        for (DumpFile file : written.files()) {
            Optional<DumpFile> there = Optional.ofNullable(left.remove(file.name()));
            if (there.isEmpty()) {
                differences.add("%s/%s is missing".formatted(name, file.name()));
            } else if (!there.get().equals(file)) {
                differences.add("%s/%s is damaged: %d bytes with SHA-256 %s, written were %d with %s"
                        .formatted(
                                name,
                                file.name(),
                                there.get().bytes(),
                                there.get().sha256(),
                                file.bytes(),
                                file.sha256()));
            }
        }
        left.keySet().forEach(more -> differences.add("%s/%s was not there before".formatted(name, more)));
        return differences;
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest = HashingStream.sha256Digest();
        try (InputStream in = Files.newInputStream(file);
                OutputStream hashing = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(hashing);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
