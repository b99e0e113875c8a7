package com.fataplus.migrations.application.port;

import com.fataplus.migrations.application.event.Cancellation;
import java.io.OutputStream;
import java.util.function.LongConsumer;

/** Dumps the database as the server's own tool does. */
public interface DatabaseDump {
    /** Finds a tool that fits the server; must fail with a {@code BackupFailure} that says how to get one where there is none. */
    DumpTool find(ServerInfo server);

    /**
     * Writes a complete dump and returns only when the tool said that it succeeded.
     *
     * @param progress hears the bytes written so far, a few times a second
     */
    void dump(DumpTool tool, OutputStream to, LongConsumer progress, Cancellation cancellation);

    /**
     * A dump program that fits.
     *
     * @param program for messages; empty where it is no program
     */
    record DumpTool(String program, String version) {}
}
