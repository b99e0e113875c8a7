package com.fataplus.migrations.application.port;

import com.fataplus.migrations.application.event.Cancellation;
import java.util.function.LongConsumer;

/** Dumps the database and restores dumps, as the server's own tools do. */
public interface DatabaseDump {
    /** Finds a tool that fits the server; must fail with a {@code BackupFailure} that says how to get one where there is none. */
    DumpTool find(ServerInfo server);

    /**
     * Finds a tool that reads this dump and brings it to a server of that version; must fail as {@link #find} does.
     *
     * @param serverVersion of the server it goes to, or else of the one it came from
     */
    DumpTool findReader(StoredDump dump, String serverVersion);

    /**
     * Writes a dump of the whole database, the ledger included, and returns its size in bytes; must return only when the dump is complete
     * and the tool said so. Must fail with a {@code BackupFailure} otherwise, with {@code RunFailure.Cancelled} where that was asked, and
     * leave no process behind in any case. A stream is flushed, not closed.
     *
     * @param progress hears the bytes written so far, a few times a second and at the end
     */
    long dump(DumpTool tool, DumpTarget to, LongConsumer progress, Cancellation cancellation);

    /** Reads a dump to its end without any database; must fail with a {@code BackupFailure} where that cannot be done. */
    void read(DumpTool tool, StoredDump dump, Cancellation cancellation);

    /**
     * Brings a dump into an empty database; must return only when all of it is there, and fail as {@link #dump} does otherwise. The database is
     * then as far as it came.
     *
     * @param progress hears the bytes that were restored so far, a few times a second where that can be known
     */
    void restore(DumpTool tool, StoredDump dump, RestoreTarget to, LongConsumer progress, Cancellation cancellation);

    /**
     * A program that fits.
     *
     * @param program for messages; empty where it is no program
     */
    record DumpTool(String program, String version) {}
}
