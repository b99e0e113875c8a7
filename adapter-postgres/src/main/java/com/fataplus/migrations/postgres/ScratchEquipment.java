package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.port.ScratchSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a new scratch database gets from its model, as far as the role may: settings, schemas, extensions. */
final class ScratchEquipment {
    /** Those of the database, and of the role in it; the session that asks has them in force. */
    private static final String SETTINGS = """
            select distinct format('alter database %I set %s from current', ?::text,
                                   (select string_agg(quote_ident(part), '.')
                                      from regexp_split_to_table(split_part(setting, '=', 1), '\\.') as part))
                   as statement
              from pg_catalog.pg_db_role_setting, unnest(setconfig) as setting
             where setdatabase = (select oid from pg_catalog.pg_database where datname = current_database())
               and setrole in (0, (select oid from pg_catalog.pg_roles where rolname = session_user))
            """;

    private static final String SCHEMAS = """
            select nspname as name, format('create schema if not exists %I', nspname) as statement
              from pg_catalog.pg_namespace
             where nspname !~ '^pg_' and nspname not in ('information_schema', 'public', ?)
             order by nspname
            """;

    private static final String EXTENSIONS = """
            select extname as name,
                   format('create extension if not exists %I schema %I cascade', extname, nspname) as statement
              from pg_catalog.pg_extension
              join pg_catalog.pg_namespace on pg_namespace.oid = extnamespace
             where extname <> 'plpgsql'
             order by pg_extension.oid
            """;

    private final Sql model;
    private final String name;
    private final String ledgerSchema;

    ScratchEquipment(Sql model, String name, String ledgerSchema) {
        this.model = requireNonNull(model, "model");
        this.name = requireNonNull(name, "name");
        this.ledgerSchema = requireNonNull(ledgerSchema, "ledgerSchema");
    }

    private record Part(String name, String statement) {}

    void install(Connector there, ScratchSource source) throws SQLException {
        for (String setting : model.rows(SETTINGS, row -> row.getString("statement"), name)) {
            attempt(model, setting);
        }
        List<Part> schemas = parts(SCHEMAS, ledgerSchema);
        List<Part> extensions = parts(EXTENSIONS);
        try (Connection connection = there.connect("fata scratch")) {
            Sql scratch = new Sql(connection);
            schemas.stream()
                    .filter(part -> !source.madeLater().contains(part.name()))
                    .forEach(part -> attempt(scratch, part.statement()));
            extensions.stream()
                    .filter(part -> !source.madeLater().contains(part.name()))
                    .forEach(part -> attempt(scratch, part.statement()));
        }
    }

    private List<Part> parts(String query, Object... parameters) throws SQLException {
        return model.rows(query, row -> new Part(row.getString("name"), row.getString("statement")), parameters);
    }

    /** Where the role may not, whoever uses the database has to do without. */
    private static void attempt(Sql sql, String statement) {
        try {
            sql.run(statement);
        } catch (SQLException notAllowed) {
            // seen again by whoever misses it
        }
    }
}
