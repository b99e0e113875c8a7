package com.fataplus.migrations.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.app.FataInProcess;
import com.fataplus.migrations.app.FataInProcess.Result;
import com.fataplus.migrations.postgres.server.PgBouncer;
import com.fataplus.migrations.postgres.server.PostgresServer;
import com.fataplus.migrations.postgres.server.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Somebody gives fata the address of PgBouncer. */
@ExtendWith(PostgresServer.class)
class PoolerTest {
    @Test
    void worksWithItsBackupThroughPooledSessions(TestDatabase database, @TempDir Path folder) throws Exception {
        try (PgBouncer pooler =
                PgBouncer.start(database.config(), Map.of("pool_mode", "session", "default_pool_size", "2"))) {
            FataInProcess fata =
                    FataInProcess.in(folder, pooler.config()).table("a", "").table("b", "a");

            Result upgraded = fata.type("upgrade");

            assertThat(upgraded.exitCode()).as(upgraded.err()).isZero();
            assertThat(fata.type("downgrade", "base").exitCode()).isZero();
            assertThat(database.value("select count(*) from fata.run where backup is not null"))
                    .isEqualTo("2");
        }
    }

    @Test
    void isToldToGoPastAPoolOfTransactions(TestDatabase database, @TempDir Path folder) throws Exception {
        try (PgBouncer pooler = PgBouncer.start(database.config(), Map.of("pool_mode", "transaction"))) {
            Result refused =
                    FataInProcess.in(folder, pooler.config()).table("a", "").type("upgrade");

            assertThat(refused.exitCode()).isEqualTo(7);
            assertThat(refused.err()).contains("pool_mode", "fix: give fata the address of the server itself");
            assertThat(database.value("select to_regclass('a') is null")).isEqualTo("t");
        }
    }
}
