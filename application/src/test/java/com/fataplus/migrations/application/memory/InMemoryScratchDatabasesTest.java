package com.fataplus.migrations.application.memory;

import com.fataplus.migrations.application.port.ScratchDatabases;
import com.fataplus.migrations.application.port.ScratchDatabasesContract;
import java.time.Clock;

class InMemoryScratchDatabasesTest extends ScratchDatabasesContract {
    private final InMemoryScratchDatabases scratches = new InMemoryScratchDatabases(Clock.systemUTC());

    @Override
    protected ScratchDatabases scratches() {
        return scratches;
    }

    @Override
    protected int present() {
        return scratches.open().size();
    }
}
