package com.fataplus.migrations.application.memory;

import static com.fataplus.migrations.application.port.DatabaseScenarios.CLOCK;
import static com.fataplus.migrations.application.port.DatabaseScenarios.doing;
import static com.fataplus.migrations.application.port.DatabaseScenarios.ignoring;
import static com.fataplus.migrations.application.port.DatabaseScenarios.script;
import static com.fataplus.migrations.application.port.DatabaseScenarios.up;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.application.port.DatabaseDump;
import com.fataplus.migrations.application.port.DatabaseScenarios;
import com.fataplus.migrations.application.port.LockRequest;
import com.fataplus.migrations.application.port.MigrationSession;
import com.fataplus.migrations.application.port.NewDatabases;
import com.fataplus.migrations.application.port.RestoreContract;
import com.fataplus.migrations.application.port.StoredDump;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InMemoryRestoreTest extends RestoreContract {
    private final InMemoryDatabase database = new InMemoryDatabase(CLOCK);
    private final InMemoryNewDatabases newDatabases = new InMemoryNewDatabases(database, CLOCK);
    private final InMemoryDump dumps = new InMemoryDump(18, newDatabases);
    private StoredDump dump;

    @BeforeEach
    void makeAFarm() {
        RunContext context = new RunContext(event -> {}, new Cancellation());
        try (MigrationSession session = database.openSession(new LockRequest(Duration.ZERO, "upgrade"), context)) {
            session.inTransaction(
                    doing(transaction -> transaction.run(up(script(DatabaseScenarios.FIRST)), ignoring())));
        }
        dump = written(new InMemoryBackups(1000));
    }

    @Override
    protected Database database() {
        return database;
    }

    @Override
    protected DatabaseDump dumps() {
        return dumps;
    }

    @Override
    protected NewDatabases newDatabases() {
        return newDatabases;
    }

    @Override
    protected StoredDump dump() {
        return dump;
    }

    @Test
    void forgetsWhatIsClosed() {
        newDatabases.create("verify").close();

        assertThat(newDatabases.names()).isEmpty();
    }
}
