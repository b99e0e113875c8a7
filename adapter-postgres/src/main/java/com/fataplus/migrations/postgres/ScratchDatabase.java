package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.application.port.Scratch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One database that is dropped in the end. */
final class ScratchDatabase implements Scratch {
    private static final String NAMES = """
            with ours as (
                select oid, nspname
                  from pg_catalog.pg_namespace
                 where nspname !~ '^pg_' and nspname not in ('information_schema', ?)
            )
            select nspname as name from ours
            union select relname from pg_catalog.pg_class where relnamespace in (select oid from ours)
            union select attname
                    from pg_catalog.pg_attribute
                    join pg_catalog.pg_class on pg_class.oid = attrelid
                   where relnamespace in (select oid from ours) and attnum > 0 and not attisdropped
            union select typname from pg_catalog.pg_type where typnamespace in (select oid from ours)
            union select proname from pg_catalog.pg_proc where pronamespace in (select oid from ours)
            """;

    private final Connector target;
    private final Connector here;
    private final Database database;
    private final String ledgerSchema;

    ScratchDatabase(Connector target, Connector here, Database database, String ledgerSchema) {
        this.target = requireNonNull(target, "target");
        this.here = requireNonNull(here, "here");
        this.database = requireNonNull(database, "database");
        this.ledgerSchema = requireNonNull(ledgerSchema, "ledgerSchema");
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public Set<String> missing() {
        return ServerFailures.doing("compare a scratch database with its model", () -> {
            Set<String> missing = new HashSet<>(names(target));
            missing.removeAll(names(here));
            return missing;
        });
    }

    @Override
    public void close() {
        ServerFailures.performing("drop the scratch database " + here.config().database(), () -> {
            try (Connection connection = target.connect("fata scratch")) {
                new Sql(connection)
                        .run("drop database if exists "
                                + Identifier.quoted(here.config().database()) + " with (force)");
            }
        });
    }

    private List<String> names(Connector connector) throws SQLException {
        try (Connection connection = connector.connect("fata scratch")) {
            return new Sql(connection).rows(NAMES, row -> row.getString("name"), ledgerSchema);
        }
    }
}
