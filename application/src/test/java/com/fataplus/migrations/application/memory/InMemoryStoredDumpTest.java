package com.fataplus.migrations.application.memory;

import com.fataplus.migrations.application.port.BackupStore;
import com.fataplus.migrations.application.port.StoredDumpContract;

class InMemoryStoredDumpTest extends StoredDumpContract {
    private final InMemoryBackups backups = new InMemoryBackups(1000);

    @Override
    protected BackupStore store() {
        return backups;
    }
}
