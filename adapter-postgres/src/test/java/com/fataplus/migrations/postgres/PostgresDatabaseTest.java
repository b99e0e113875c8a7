package com.fataplus.migrations.postgres;

import com.fataplus.migrations.application.config.LedgerConfig;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.application.port.DatabaseContract;
import com.fataplus.migrations.postgres.server.EveryMajor;
import com.fataplus.migrations.postgres.server.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

@ClassTemplate
@ExtendWith(EveryMajor.class)
class PostgresDatabaseTest extends DatabaseContract {
    private PostgresDatabase database;

    @BeforeEach
    void connect(TestDatabase fresh) {
        database = new PostgresDatabase(fresh.config(), new LedgerConfig("fata"), CLOCK);
    }

    @Override
    public Database database() {
        return database;
    }
}
