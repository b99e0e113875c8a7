package com.fataplus.migrations.filesystem;

import java.nio.file.Path;

/** Where the command was typed: what relative paths mean, and how paths are shown. */
public record WorkingDirectory(Path path) {
    public WorkingDirectory {
        path = path.toAbsolutePath().normalize();
    }

    /** What a path means that was typed here. */
    public Path resolve(String typed) {
        return path.resolve(typed).normalize();
    }

    /** The path as its user knows it: relative where it is below, else absolute. {@link #resolve} leads back. */
    public String shown(Path file) {
        Path absolute = path.resolve(file).normalize();
        if (absolute.equals(path)) {
            return ".";
        }
        return absolute.startsWith(path) ? path.relativize(absolute).toString() : absolute.toString();
    }
}
