package com.fataplus.migrations.application.port;

import java.util.List;

/** Where backups are kept. */
public interface BackupStore {
    /** The free space for backups, in bytes; creates the place where it does not exist. */
    long freeBytes();

    /**
     * Opens a new backup under a temporary name that nobody else has, derived from {@code takenAt}; the same second twice must not meet.
     */
    BackupWriter begin(BackupStart start);

    /** Backups with their manifests, newest first; must leave out whatever is not complete. */
    List<Backup> list();

    /** One sentence for each backup that {@link #list} left out because its manifest is damaged or does not fit its dump. */
    List<String> unreadable();

    /** Opens one of the {@link #list}; must fail with {@code InputFailure.BadRequest} where that shows no such name. */
    StoredDump open(String name);

    /**
     * Opens a dump that lies anywhere, with its manifest where that lies beside it. Must fail with {@code InputFailure.BadRequest} where nothing
     * is there, or what is there is no dump.
     */
    StoredDump openFile(String path);

    /** Removes dump and manifest; must fail with {@code InputFailure.BadRequest} where {@link #list} shows no such name. */
    void delete(String name);
}
