package com.fataplus.migrations.application.port;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a dump is made of, to be compared with what is found later.
 *
 * @param bytes of all its files
 * @param sha256 in hexadecimal: of the file; where there are several, of {@link #listing} over them
 * @param files by name, where the dump is a folder; empty where it is one file
 */
public record DumpContents(long bytes, String sha256, List<DumpFile> files) {
    public DumpContents {
        requireNonNull(sha256, "sha256");
        files = List.copyOf(files);
    }

    /** One file of a dump that is a folder. */
    public record DumpFile(String name, long bytes, String sha256) {
        public DumpFile {
            requireNonNull(name, "name");
            requireNonNull(sha256, "sha256");
        }
    }

    /** A dump of one file. */
    public static DumpContents ofFile(long bytes, String sha256) {
        return new DumpContents(bytes, sha256, List.of());
    }

    /** The files as {@code sha256sum} writes them, one line each: its SHA-256 speaks for all of them. */
    public static String listing(List<DumpFile> files) {
        StringBuilder listing = new StringBuilder();
        files.forEach(file ->
                listing.append(file.sha256()).append("  ").append(file.name()).append('\n'));
        return listing.toString();
    }
}
