package com.fataplus.migrations.application.port;

import com.fataplus.migrations.application.event.Cancellation;
import java.io.OutputStream;
import java.util.function.LongConsumer;

/** Dumps the database as the server's own tool does. */
public interface DatabaseDump {
    /** Finds a tool that fits the server; must fail with a {@code BackupFailure} that says how to get one where there is none. */
    DumpTool find(ServerInfo server);

    /**
     * Writes a dump of the whole database, the ledger included, and returns its size in bytes; must return only when the dump is complete
     * and the tool said so. Must fail with a {@code BackupFailure} otherwise, with {@code RunFailure.Cancelled} where that was asked, and
     * leave no process behind in any case. The stream is flushed, not closed.
     *
     * @param progress hears the bytes written so far, a few times a second and at the end
     */
    long dump(DumpTool tool, OutputStream to, LongConsumer progress, Cancellation cancellation);

    /**
     * A dump program that fits.
     *
     * @param program for messages; empty where it is no program
     */
    record DumpTool(String program, String version) {}
}
