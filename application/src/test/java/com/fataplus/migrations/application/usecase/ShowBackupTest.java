package com.fataplus.migrations.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.memory.InMemoryBackups;
import com.fataplus.migrations.application.port.Backup;
import org.junit.jupiter.api.Test;

class ShowBackupTest {
    private final InMemoryBackups store = new InMemoryBackups(1000);
    private final Backup morning = SampleBackups.taken("2026-11-22T09:30:00Z", store);
    private final Backup noon = SampleBackups.taken("2026-11-22T12:00:00Z", store);

    @Test
    void findsABackupByItsName() {
        assertThat(show("backup_20261122_093000.sql")).isEqualTo(morning);
    }

    @Test
    void findsABackupWithoutItsEnding() {
        assertThat(show("backup_20261122_120000")).isEqualTo(noon);
    }

    @Test
    void doesNotTakeTheBeginningOfANameForIt() {
        assertThat(failureOf("backup_20261122_12").code()).isEqualTo("backup.unknown");
    }

    @Test
    void suggestsTheNearestNameFirst() {
        assertThat(failureOf("backup_20261122_093001.sql").summary())
                .isEqualTo("no backup is called 'backup_20261122_093001.sql';"
                        + " did you mean backup_20261122_093000.sql or backup_20261122_120000.sql?");
    }

    @Test
    void suggestsNothingForAnotherWord() {
        assertThat(failureOf("before-harvest").summary()).isEqualTo("no backup is called 'before-harvest'");
    }

    private Backup show(String name) {
        return new ShowBackup(store, SampleBackups.ADDRESS)
                .run(new ShowBackup.Request(name), new RunContext(event -> {}, new Cancellation()));
    }

    private MigrationFailure failureOf(String name) {
        return catchThrowableOfType(MigrationException.class, () -> show(name)).failure();
    }
}
