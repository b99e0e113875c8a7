package com.fataplus.migrations.application.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.config.BackupConfig.Format;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.BackupStoreContract;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InMemoryBackupsTest extends BackupStoreContract {
    private final InMemoryBackups backups = new InMemoryBackups(1000);

    @Override
    protected InMemoryBackups store() {
        return backups;
    }

    @Test
    void hasLessSpaceAfterABackup() throws IOException {
        Backup backup = take(Instant.EPOCH, Format.PLAIN, "abc");

        assertThat(backups.freeBytes()).isEqualTo(997);
        assertThat(backups.content(backup.name())).asString().isEqualTo("abc");
    }
}
