package com.fataplus.migrations.application.config;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * When and where backups are taken.
 *
 * @param directory absolute or relative to the folder of fata.toml
 * @param jobs how many tables are dumped or restored at once, where the format allows it
 * @param pgDump the program to use, by path or by name; empty to look for the one closest to the server
 * @param keep how many of the newest stay; the others go after a run; all stay where {@code olderThan} is empty too
 * @param olderThan only backups older than this go; empty for any age
 */
public record BackupConfig(
        When when,
        String directory,
        Format format,
        int jobs,
        Optional<String> pgDump,
        Optional<Integer> keep,
        Optional<Duration> olderThan) {
    public BackupConfig {
        requireNonNull(when, "when");
        requireNonNull(directory, "directory");
        requireNonNull(format, "format");
        if (jobs < 1) {
            throw new IllegalArgumentException("jobs count from 1: " + jobs);
        }
        requireNonNull(pgDump, "pgDump");
        requireNonNull(keep, "keep");
        requireNonNull(olderThan, "olderThan");
    }

    /** Before what a backup is taken. */
    public enum When {
        /** Before the first step of a run. */
        RUN,
        /** Before each step; each is then committed on its own. */
        REVISION,
        NEVER
    }

    /** What pg_dump writes. */
    public enum Format {
        /** SQL text that psql reads. */
        PLAIN("sql"),
        /** pg_restore's compressed archive. */
        CUSTOM("dump"),
        /** The same as a folder with a file for each table, written and read by several jobs at once. */
        DIRECTORY("dir");

        private final String extension;

        Format(String extension) {
            this.extension = extension;
        }

        /** The name's ending, without the dot. */
        public String extension() {
            return extension;
        }
    }
}
