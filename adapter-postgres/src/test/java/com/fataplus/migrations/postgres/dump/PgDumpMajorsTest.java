package com.fataplus.migrations.postgres.dump;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.config.BackupConfig.Format;
import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.DatabaseDump.DumpTool;
import com.fataplus.migrations.application.port.DumpTarget;
import com.fataplus.migrations.application.port.ServerInfo;
import com.fataplus.migrations.postgres.server.EveryMajor;
import com.fataplus.migrations.postgres.server.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Machines differ in the pg_dump they have; each one dumps the servers that are not newer, and refuses the others before it begins. */
@ClassTemplate
@ExtendWith(EveryMajor.class)
class PgDumpMajorsTest {
    @Test
    void dumpsEveryServerThatIsNotNewer(TestDatabase database) {
        database.execute(SampleDatabase.SQL);

        assertThat(outcome(database, database.config()))
                .isEqualTo(
                        database.major() <= PgDumpAtWork.newestProgram() ? "a whole dump" : "backup.program-too-old");
    }

    /** What comes of a dump by this role: its success or its code of failure. */
    static String outcome(TestDatabase database, ConnectionConfig role) {
        PgDump dump = PgDumpAtWork.of(role, Format.PLAIN, Duration.ofSeconds(10));
        ServerInfo server = PgDumpAtWork.server(database);
        try {
            DumpTool tool = dump.find(server);
            long bytes = dump.dump(
                    tool, new DumpTarget.File(new ByteArrayOutputStream()), written -> {}, new Cancellation());
            return bytes > 0 ? "a whole dump" : "nothing";
        } catch (MigrationException e) {
            return e.failure().code();
        }
    }
}
