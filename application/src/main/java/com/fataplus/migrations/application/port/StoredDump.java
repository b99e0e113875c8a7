package com.fataplus.migrations.application.port;

import com.fataplus.migrations.application.config.BackupConfig.Format;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** A dump that can be read: a backup of the store, or a file that somebody brought. */
public interface StoredDump {
    /** What people call it. */
    String name();

    /** What is known of it; empty for a file without a manifest. */
    Optional<Backup> manifest();

    Format format();

    /** Its absolute path, for programs: a file, or a folder where the format is {@link Format#DIRECTORY}. */
    String path();

    /** The bytes of its file, of a folder those of {@code toc.dat}; must fail with a {@code BackupFailure} where they cannot be read. */
    InputStream content();

    /**
     * Reads every byte and compares with the manifest: one sentence for each file that is missing, that has other bytes than those written, or
     * that nobody wrote; empty where all is as it was, and where there is no manifest.
     */
    List<String> damages();

    /** Keeps what came of a check, in place of the one before; does nothing where there is no manifest. */
    void note(BackupCheck check);
}
