package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.ServerFailure;
import java.util.Optional;

/**
 * What a database is made with, and what a dump of its contents does not tell.
 *
 * @param provider of its collation: c is the system's, i is ICU, b is PostgreSQL's own
 * @param locale of a provider that is not the system's
 * @param owner empty where we may not give a database to its role
 */
record DatabaseProperties(
        String encoding,
        String collate,
        String ctype,
        String provider,
        Optional<String> locale,
        Optional<String> rules,
        String tablespace,
        Optional<String> owner) {
    /** Columns come and go with the majors: daticulocale became datlocale in 17. */
    private static final String READ = """
            select pg_catalog.pg_encoding_to_char(d.encoding) as encoding, d.datcollate, d.datctype,
                   coalesce(r.columns ->> 'datlocprovider', 'c') as provider,
                   coalesce(r.columns ->> 'datlocale', r.columns ->> 'daticulocale') as locale,
                   r.columns ->> 'daticurules' as rules,
                   t.spcname as tablespace,
                   case when pg_catalog.pg_has_role(d.datdba, 'member') then pg_catalog.pg_get_userbyid(d.datdba) end as owner
              from pg_catalog.pg_database d
              join pg_catalog.pg_tablespace t on t.oid = d.dattablespace
             cross join lateral pg_catalog.to_jsonb(d) as r (columns)
             where d.datname = ?
            """;

    DatabaseProperties {
        requireNonNull(encoding, "encoding");
        requireNonNull(collate, "collate");
        requireNonNull(ctype, "ctype");
        requireNonNull(provider, "provider");
        requireNonNull(locale, "locale");
        requireNonNull(rules, "rules");
        requireNonNull(tablespace, "tablespace");
        requireNonNull(owner, "owner");
    }

    static DatabaseProperties read(Sql sql, String database) {
        return ServerFailures.doing(
                "read the properties of " + database,
                () -> sql
                        .rows(
                                READ,
                                row -> new DatabaseProperties(
                                        row.getString("encoding"),
                                        row.getString("datcollate"),
                                        row.getString("datctype"),
                                        row.getString("provider"),
                                        Optional.ofNullable(row.getString("locale")),
                                        Optional.ofNullable(row.getString("rules")),
                                        row.getString("tablespace"),
                                        Optional.ofNullable(row.getString("owner"))),
                                database)
                        .stream()
                        .findFirst()
                        .orElseThrow(() -> new MigrationException(new ServerFailure.CannotConnect(
                                database, "there is no such database", Optional.of("3D000"), Optional.empty()))));
    }

    /** The statement that makes another such database, with nothing in it. */
    String createEmpty(String name) {
        StringBuilder statement = new StringBuilder("create database ")
                .append(Identifier.quoted(name))
                .append(" template template0 encoding ")
                .append(SqlLiteral.of(encoding))
                .append(" lc_collate ")
                .append(SqlLiteral.of(collate))
                .append(" lc_ctype ")
                .append(SqlLiteral.of(ctype))
                .append(" tablespace ")
                .append(Identifier.quoted(tablespace));
        owner.ifPresent(role -> statement.append(" owner ").append(Identifier.quoted(role)));
        switch (provider) {
            case "i" -> {
                statement.append(" locale_provider icu");
                locale.ifPresent(value -> statement.append(" icu_locale ").append(SqlLiteral.of(value)));
                rules.ifPresent(value -> statement.append(" icu_rules ").append(SqlLiteral.of(value)));
            }
            case "b" -> {
                statement.append(" locale_provider builtin");
                locale.ifPresent(value -> statement.append(" builtin_locale ").append(SqlLiteral.of(value)));
            }
            case "c" -> {
                // PostgreSQL 14 knows no other, and no word for it
            }
            default -> throw new IllegalStateException("unknown provider of collations: " + provider);
        }
        return statement.toString();
    }
}
