package com.fataplus.migrations.application.port;

/** Writes runs down for people who perform them later with the server's own client; needs no database. */
@FunctionalInterface
public interface OfflineScripts {
    /**
     * The whole script. Performing it must leave the schema and the ledger that the same run leaves when it is performed here, but for
     * numbers and times. It must take the same lock, and refuse before it changes anything where the database is not where the run begins.
     */
    String write(OfflineRun run);
}
