package com.fataplus.migrations.application.usecase;

import com.fataplus.migrations.application.failure.BackupFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.BackupStart;
import com.fataplus.migrations.application.port.BackupStore;
import com.fataplus.migrations.application.port.BackupWriter;
import com.fataplus.migrations.application.port.StoredDump;
import java.util.List;
import java.util.Optional;

/** Backups that cannot be removed. */
record StubbornBackups(BackupStore store) implements BackupStore {
    @Override
    public long freeBytes() {
        return store.freeBytes();
    }

    @Override
    public BackupWriter begin(BackupStart start) {
        return store.begin(start);
    }

    @Override
    public List<Backup> list() {
        return store.list();
    }

    @Override
    public List<String> unreadable() {
        return store.unreadable();
    }

    @Override
    public StoredDump open(String name) {
        return store.open(name);
    }

    @Override
    public StoredDump openFile(String path) {
        return store.openFile(path);
    }

    @Override
    public void delete(String name) {
        throw new MigrationException(new BackupFailure("backup.not-removed", "read-only", Optional.empty()));
    }
}
