package com.fataplus.migrations.application.port;

import static java.util.Objects.requireNonNull;

/**
 * Where a dump is restored to.
 *
 * @param database the name of an empty one on the same server
 * @param afterwards SQL to run in one transaction when all of the dump is there
 */
public record RestoreTarget(String database, String afterwards) {
    public RestoreTarget {
        requireNonNull(database, "database");
        requireNonNull(afterwards, "afterwards");
    }

    /** Nothing follows. */
    public RestoreTarget(String database) {
        this(database, "");
    }
}
