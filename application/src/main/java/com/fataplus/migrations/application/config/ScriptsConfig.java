package com.fataplus.migrations.application.config;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.script.Placeholders;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Where revision files are and how new ones are made.
 *
 * @param directory the folder of fata.toml
 * @param hooks run on each new file, in this order
 * @param placeholders empty where {@code ${name}} is text like any other
 */
public record ScriptsConfig(
        String directory, Folders versions, NewFiles newFiles, List<Hook> hooks, Optional<Placeholders> placeholders) {
    public ScriptsConfig {
        requireNonNull(directory, "directory");
        requireNonNull(versions, "versions");
        requireNonNull(newFiles, "newFiles");
        hooks = List.copyOf(hooks);
        requireNonNull(placeholders, "placeholders");
    }

    /** Neither hooks nor placeholders. */
    public static ScriptsConfig plain(String directory, Folders versions, NewFiles newFiles) {
        return new ScriptsConfig(directory, versions, newFiles, List.of(), Optional.empty());
    }

    /**
     * The folders of revision files.
     *
     * @param paths at least one, each absolute or relative to the folder of fata.toml
     */
    public record Folders(List<String> paths, Depth depth) {
        public Folders {
            paths = List.copyOf(paths);
            requireNonNull(depth, "depth");
            if (paths.isEmpty()) {
                throw new IllegalArgumentException("revisions need a folder");
            }
        }

        /** One folder without the folders in it. */
        public static Folders of(String path) {
            return new Folders(List.of(path), Depth.FLAT);
        }
    }

    /** How far below a folder files are looked for. */
    public enum Depth {
        /** In the folder itself. */
        FLAT,
        /** In the folders within it, too. */
        RECURSIVE
    }

    /**
     * How new files are made.
     *
     * @param fileTemplate the file name, with tokens like {@code {rev}} and {@code {slug}}
     * @param slugLength the most characters of a message that a file name repeats
     * @param idStyle how ids are made
     * @param zone the time zone of their dates
     */
    public record NewFiles(String fileTemplate, int slugLength, IdStyle idStyle, ZoneId zone) {
        public NewFiles {
            requireNonNull(fileTemplate, "fileTemplate");
            requireNonNull(idStyle, "idStyle");
            requireNonNull(zone, "zone");
        }
    }

    /** How ids of new revisions are made. */
    public enum IdStyle {
        /** Twelve random hexadecimal digits. */
        RANDOM,
        /** UTC to the second: {@code 20261122093000}. */
        TIMESTAMP,
        /** One more than the highest number in use, three digits at least. */
        SEQUENTIAL
    }
}
