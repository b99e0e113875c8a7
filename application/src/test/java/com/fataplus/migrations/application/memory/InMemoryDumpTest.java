package com.fataplus.migrations.application.memory;

import com.fataplus.migrations.application.port.DatabaseDump;
import com.fataplus.migrations.application.port.DatabaseDumpContract;
import com.fataplus.migrations.application.port.ServerInfo;

class InMemoryDumpTest extends DatabaseDumpContract {
    private final InMemoryDump dump = new InMemoryDump(15);

    @Override
    protected DatabaseDump dump() {
        return dump;
    }

    @Override
    protected ServerInfo server() {
        return new ServerInfo("15.20", 15, "memory", "plots", "anna", 8_000_000);
    }

    @Override
    protected String beginning() {
        return "-- a dump";
    }
}
