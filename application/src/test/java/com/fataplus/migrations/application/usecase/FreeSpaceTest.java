package com.fataplus.migrations.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fataplus.migrations.application.config.BackupConfig.Format;
import com.fataplus.migrations.application.failure.FailureKind;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.ServerInfo;
import org.junit.jupiter.api.Test;

class FreeSpaceTest {
    private static final long MEGABYTE = 1_000_000;
    private static final ServerInfo SERVER =
            new ServerInfo("15.20", 15, "localhost:5432/plots", "plots", "anna", 1500 * MEGABYTE);

    @Test
    void asksForTheDatabasesSizeForAText() {
        assertThatCode(() -> FreeSpace.require(1500 * MEGABYTE, SERVER, Format.PLAIN))
                .doesNotThrowAnyException();
    }

    @Test
    void asksForHalfOfItForAnArchive() {
        assertThatCode(() -> FreeSpace.require(750 * MEGABYTE, SERVER, Format.CUSTOM))
                .doesNotThrowAnyException();
    }

    @Test
    void namesBothFiguresWhenItIsTooLittle() {
        MigrationException thrown = catchThrowableOfType(
                MigrationException.class, () -> FreeSpace.require(1500 * MEGABYTE - 1, SERVER, Format.PLAIN));

        assertThat(thrown.failure().code()).isEqualTo("backup.no-space");
        assertThat(thrown.failure().kind()).isEqualTo(FailureKind.BACKUP_FAILED);
        assertThat(thrown.failure().summary()).contains("1,499.9 MB free", "1,500.0 MB needed");
    }

    @Test
    void refusesAnArchiveThatMayNotFit() {
        MigrationException thrown = catchThrowableOfType(
                MigrationException.class, () -> FreeSpace.require(700 * MEGABYTE, SERVER, Format.CUSTOM));

        assertThat(thrown.failure().summary()).contains("750.0 MB needed for a database of 1,500.0 MB");
    }
}
