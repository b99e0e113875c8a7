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

    /** Removes dump and manifest; must fail where there is no such backup. */
    void delete(String name);
}
