package com.fataplus.migrations.postgres.catalog;

import java.util.List;
import java.util.stream.Stream;

/**
 * A change of every kind of object there is. Each runs in a schema of its own, called {@code s} here, first in the search path; names of what
 * lives in no schema are used once.
 */
public final class SchemaChanges {
    static final String FARM = "create table farm (id integer primary key, name text, size numeric)";

    /** Drops what setups leave behind outside their schemas. */
    public static final String CLEAN_UP = "drop foreign data wrapper if exists pipe2, pipe3, pipe4 cascade;"
            + " drop publication if exists news2, news3, news4, news5";

    private SchemaChanges() {}

    public static List<SchemaChange> all() {
        return Stream.of(
                        TableChanges.tables(),
                        TableChanges.views(),
                        ColumnChanges.columns(),
                        TablePartChanges.tableParts(),
                        TypeChanges.types(),
                        RoutineChanges.routines(),
                        EnvironmentChanges.environment(),
                        EnvironmentChanges.replication())
                .flatMap(List::stream)
                .toList();
    }
}
