package com.fataplus.migrations.postgres.catalog;

import static java.util.Objects.requireNonNull;

/**
 * A change that a snapshot has to see.
 *
 * @param since the first major version that knows it
 * @param setup what has to be there before
 * @param change the change
 * @param undo takes the change back, exactly
 * @param seen the line that tells of it
 */
public record SchemaChange(int since, String setup, String change, String undo, String seen) {
    private static final int ALWAYS = 14;

    public SchemaChange {
        requireNonNull(setup, "setup");
        requireNonNull(change, "change");
        requireNonNull(undo, "undo");
        requireNonNull(seen, "seen");
    }

    static SchemaChange always(String setup, String change, String undo, String seen) {
        return new SchemaChange(ALWAYS, setup, change, undo, seen);
    }

    SchemaChange since(int major) {
        return new SchemaChange(major, setup, change, undo, seen);
    }
}
