package com.fataplus.migrations.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.memory.InMemoryBackups;
import com.fataplus.migrations.application.port.Backup;
import org.junit.jupiter.api.Test;

class ListBackupsTest {
    @Test
    void listsTheNewestFirst() {
        InMemoryBackups store = new InMemoryBackups(1000);
        Backup older = SampleBackups.taken("2026-11-21T09:30:00Z", store);
        Backup newer = SampleBackups.taken("2026-11-22T09:30:00Z", store);

        ListBackups.Report report =
                new ListBackups(store).run(new ListBackups.Request(), new RunContext(event -> {}, new Cancellation()));

        assertThat(report.backups()).containsExactly(newer, older);
        assertThat(report.unreadable()).isEmpty();
    }
}
