package com.fataplus.migrations.postgres;

import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.failure.RefusedFailure;
import com.fataplus.migrations.application.failure.ServerFailure;
import com.fataplus.migrations.application.port.LedgerFound;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Creates the ledger's tables, and brings those of an older version up to date. Its caller has the lock. */
final class LedgerTables {
    private static final String FIRST = """
            create table ledger.meta (
                version integer not null
            );
            insert into ledger.meta (version) values (0);

            create table ledger.run (
                id           bigint generated always as identity primary key,
                command      text        not null,
                target       text        not null,
                operator     text        not null,
                role         text        not null default session_user,
                tool_version text        not null,
                policy       text        not null,
                backup       text,
                outcome      text        not null default 'unfinished',
                started_at   timestamptz not null,
                finished_at  timestamptz
            );
            create index run_unfinished on ledger.run (id) where finished_at is null;

            create table ledger.revision (
                id         text        primary key,
                position   bigint      generated always as identity unique,
                parents    text[]      not null,
                depends_on text[]      not null,
                labels     text[]      not null,
                message    text        not null,
                checksum   text        not null,
                up_text    text        not null,
                down_text  text        not null,
                run        bigint      not null references ledger.run (id),
                applied_at timestamptz not null,
                applied_by text        not null,
                duration   interval    not null
            );

            create table ledger.step (
                id              bigint generated always as identity primary key,
                run             bigint      not null references ledger.run (id),
                revision        text        not null,
                direction       text        not null,
                state           text        not null,
                statements_done integer     not null,
                failure         text,
                at              timestamptz not null
            );
            create index step_run on ledger.step (run);
            """;

    private static final String TAGGED_RUNS = "alter table ledger.run add column tag text;\n";

    /** The nth leads from version n to the next; what is here never changes. */
    private static final List<String> VERSIONS = List.of(FIRST, TAGGED_RUNS);

    /** The version that this fata reads and writes. */
    static final int CURRENT = VERSIONS.size();

    private static final String VERSION = "select version from ledger.meta";
    private static final String HAS_META = """
            select exists (
                select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
                 where n.nspname = ? and c.relname = 'meta')
            """;
    private static final String HAS_SCHEMA = "select exists (select from pg_catalog.pg_namespace where nspname = ?)";

    private static final String DUPLICATE_TABLE = "42P07";

    /** invalid_schema_name, undefined_table; and a schema that we may not look into yet. */
    private static final Set<String> MAYBE_MISSING = Set.of("3F000", "42P01", Grants.INSUFFICIENT_PRIVILEGE);

    private final Connection connection;
    private final Sql sql;
    private final LedgerSchema ledger;

    LedgerTables(Connection connection, LedgerSchema ledger) {
        this.connection = connection;
        this.sql = new Sql(connection);
        this.ledger = ledger;
    }

    /** Makes them what this fata needs, and tells what they were. */
    LedgerFound prepare() {
        return ServerFailures.doing("prepare the ledger", () -> {
            int version = present();
            requireKnown(version);
            if (version == CURRENT) {
                return LedgerFound.CURRENT;
            }
            bringUp(version);
            return version == 0 ? LedgerFound.ABSENT : LedgerFound.OLDER;
        });
    }

    /** SQL that makes the tables of any database what this fata needs, for where no session of ours is. */
    static String upToDate(LedgerSchema ledger) {
        StringBuilder steps = new StringBuilder();
        for (int version = 0; version < CURRENT; version++) {
            steps.append("if fata_version <= ")
                    .append(version)
                    .append(" then\n")
                    .append(ledger.in(VERSIONS.get(version)))
                    .append("\nend if;\n");
        }
        return """
                do $fata$
                declare
                    fata_version integer := 0;
                begin
                    create schema if not exists %1$s;
                    if pg_catalog.to_regclass(%2$s) is not null then
                        select version into fata_version from %1$s.meta;
                    end if;
                    %3$s
                    update %1$s.meta set version = greatest(fata_version, %4$d);
                end $fata$;
                """.formatted(ledger.quoted(), SqlLiteral.of(ledger.quoted() + ".meta"), steps, CURRENT);
    }

    /** True where an error means only that nobody has migrated this database yet. */
    static boolean isMissing(Connection connection, LedgerSchema ledger, SQLException e) throws SQLException {
        return MAYBE_MISSING.contains(ServerFailures.state(e))
                && !new Sql(connection).<Boolean>row(HAS_META, row -> row.getBoolean(1), ledger.name());
    }

    /** What leads from a version to the next. */
    static String step(LedgerSchema ledger, int from) {
        return ledger.in(VERSIONS.get(from));
    }

    static void requireKnown(int version) {
        if (version > CURRENT) {
            throw new MigrationException(new RefusedFailure.NotAllowed(
                    "ledger.newer",
                    "the ledger has version %d, and this fata knows %d at most".formatted(version, CURRENT),
                    Optional.of("use the newer fata that wrote it")));
        }
    }

    private int present() throws SQLException {
        try {
            return sql.row(ledger.in(VERSION), row -> row.getInt(1));
        } catch (SQLException e) {
            if (isMissing(connection, ledger, e)) {
                return 0;
            }
            throw new MigrationException(ledger.failure("read the ledger's version", user(), e), e);
        }
    }

    private void bringUp(int from) throws SQLException {
        boolean hasSchema = sql.row(HAS_SCHEMA, row -> row.getBoolean(1), ledger.name());
        // Statements of one message are one transaction.
        StringBuilder work = new StringBuilder();
        if (!hasSchema) {
            work.append("create schema ").append(ledger.quoted()).append(";\n");
        }
        IntStream.range(from, CURRENT).forEach(version -> work.append(step(ledger, version)));
        work.append(ledger.in("update ledger.meta set version = " + CURRENT));
        try {
            sql.run(work.toString());
        } catch (SQLException e) {
            throw new MigrationException(failure(hasSchema, e), e);
        }
    }

    private MigrationFailure failure(boolean hasSchema, SQLException e) throws SQLException {
        return switch (ServerFailures.state(e)) {
            case Grants.INSUFFICIENT_PRIVILEGE ->
                new ServerFailure.PermissionDenied(
                        "create the ledger",
                        ServerFailures.message(e),
                        hasSchema
                                ? "grant usage, create on schema %s to %s"
                                        .formatted(ledger.quoted(), Identifier.quoted(user()))
                                : "grant create on database %s to %s"
                                        .formatted(
                                                Identifier.quoted(connection.getCatalog()), Identifier.quoted(user())));
            case DUPLICATE_TABLE ->
                new RefusedFailure.NotAllowed(
                        "ledger.name-taken",
                        "schema %s is in use for something else: %s"
                                .formatted(ledger.quoted(), ServerFailures.message(e)),
                        Optional.of("give the ledger another schema: [ledger] schema in fata.toml"));
            default -> ServerFailures.of("create the ledger", e);
        };
    }

    private String user() throws SQLException {
        return connection.getMetaData().getUserName();
    }
}
