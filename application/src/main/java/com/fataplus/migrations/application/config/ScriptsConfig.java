package com.fataplus.migrations.application.config;

import static java.util.Objects.requireNonNull;

/**
 * Where revision files are and how new ones are named.
 *
 * @param directory the folder of fata.toml
 * @param versions the folder of revision files, absolute or relative to {@code directory}
 * @param fileTemplate the file name, with the tokens {@code {rev}} and {@code {slug}}
 * @param idStyle how ids of new revisions are made
 */
public record ScriptsConfig(String directory, String versions, String fileTemplate, IdStyle idStyle) {
    public ScriptsConfig {
        requireNonNull(directory, "directory");
        requireNonNull(versions, "versions");
        requireNonNull(fileTemplate, "fileTemplate");
        requireNonNull(idStyle, "idStyle");
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
