package com.fataplus.migrations.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fataplus.migrations.application.config.BackupConfig.Format;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.BackupCheck.Depth;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link BackupStore} does with a backup that somebody wants to read. */
public abstract class StoredDumpContract extends BackupScenarios {
    @Test
    void opensWhatItLists() throws IOException {
        Backup backup = take(MORNING, Format.CUSTOM, "abc");

        StoredDump dump = store().open(backup.name());

        assertThat(dump.name()).isEqualTo(backup.name());
        assertThat(dump.manifest()).contains(backup);
        assertThat(dump.format()).isEqualTo(Format.CUSTOM);
        assertThat(dump.path()).startsWith("/").endsWith(backup.name());
        assertThat(dump.content()).hasContent("abc");
        assertThat(dump.damages()).isEmpty();
    }

    @Test
    void opensTheTableOfContentsOfSeveralFiles() throws IOException {
        StoredDump dump = store().open(takeFolder(MORNING).name());

        assertThat(dump.format()).isEqualTo(Format.DIRECTORY);
        assertThat(dump.content()).hasContent("content");
        assertThat(dump.damages()).isEmpty();
    }

    @Test
    void refusesToOpenWhatItDoesNotList() {
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> store().open("backup_20261122_093000.sql"))
                .satisfies(thrown -> assertThat(thrown.failure()).isInstanceOf(InputFailure.BadRequest.class));
    }

    @Test
    void refusesToOpenAFileThatIsNotThere() {
        assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(() -> store().openFile("nowhere/half.sql"))
                .satisfies(thrown -> assertThat(thrown.failure()).isInstanceOf(InputFailure.BadRequest.class));
    }

    @Test
    void keepsTheLastCheck() throws IOException {
        Backup backup = takeFolder(MORNING);
        BackupCheck first = new BackupCheck(EVENING, Depth.READ, List.of("toc.dat is damaged", "é"));
        BackupCheck second = new BackupCheck(EVENING, Depth.RESTORED, List.of());

        store().open(backup.name()).note(first);
        assertThat(store().list()).containsExactly(backup.after(first));

        store().open(backup.name()).note(second);
        assertThat(store().list()).containsExactly(backup.after(second));
    }
}
