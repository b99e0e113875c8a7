package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.LedgerConfig;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.RefusedFailure;
import com.fataplus.migrations.application.port.Scratch;
import com.fataplus.migrations.application.port.ScratchDatabases;
import com.fataplus.migrations.application.port.ScratchSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Databases beside the one being migrated, named {@code fata_scratch_}, the server's time, and chance. */
public final class PostgresScratchDatabases implements ScratchDatabases {
    private static final String WHAT_FORBIDS = """
            select case
                       when pg_catalog.pg_is_in_recovery() then 'a standby answers there, and it can only be read'
                       when not (rolcreatedb or rolsuper) then 'role ' || rolname || ' may not create databases'
                   end as reason
              from pg_catalog.pg_roles
             where rolname = current_user
            """;

    private static final String NAME =
            "select 'fata_scratch_' || to_char(now() at time zone 'utc', 'YYYYMMDDHH24MISS') || '_' || ? as name";

    /** Locale columns came one by one with versions 15 to 17, hence as JSON. */
    private static final String CREATION = """
            select concat_ws(' ',
                       format('create database %I template template0 encoding %L lc_collate %L lc_ctype %L',
                              ?::text, pg_catalog.pg_encoding_to_char(encoding), datcollate, datctype),
                       case facts ->> 'datlocprovider'
                           when 'c' then 'locale_provider libc'
                           when 'i' then format('locale_provider icu icu_locale %L',
                                                coalesce(facts ->> 'datlocale', facts ->> 'daticulocale'))
                           when 'b' then format('locale_provider builtin builtin_locale %L', facts ->> 'datlocale')
                       end,
                       'icu_rules ' || quote_literal(facts ->> 'daticurules')) as statement
              from (select encoding, datcollate, datctype, to_jsonb(d) as facts
                      from pg_catalog.pg_database as d
                     where datname = current_database()) as target
            """;

    /** Ours by name and owner, an hour old, and without a session: nobody is between creating it and connecting to it any more. */
    private static final String LEFT_BEHIND = """
            select datname
              from pg_catalog.pg_database as d
             where datname ~ '^fata_scratch_[0-9]{14}_[0-9a-f]{8}$'
               and datdba = (select oid from pg_catalog.pg_roles where rolname = current_user)
               and to_timestamp(substr(datname, 14, 14), 'YYYYMMDDHH24MISS')::timestamp
                   < (now() at time zone 'utc') - interval '1 hour'
               and not exists (select from pg_catalog.pg_stat_activity as a where a.datid = d.oid)
            """;

    private final ConnectionConfig target;
    private final LedgerConfig ledger;
    private final Connector connector;
    private final Clock clock;
    private final RandomGenerator random;

    public PostgresScratchDatabases(ConnectionConfig target, LedgerConfig ledger, Clock clock, RandomGenerator random) {
        this.target = requireNonNull(target, "target");
        this.ledger = requireNonNull(ledger, "ledger");
        this.connector = new Connector(target);
        this.clock = requireNonNull(clock, "clock");
        this.random = requireNonNull(random, "random");
    }

    @Override
    public Scratch create(ScratchSource source) {
        return ServerFailures.doing("create a scratch database", () -> {
            try (Connection connection = connector.connect("fata scratch")) {
                ServerProbe.requireSupported(connection);
                Sql sql = new Sql(connection);
                refuseWhereForbidden(sql);
                sweep(sql);
                return create(sql, source);
            }
        });
    }

    private Scratch create(Sql sql, ScratchSource source) throws SQLException {
        String name = sql.row(NAME, row -> row.getString("name"), "%08x".formatted(random.nextInt()));
        sql.run(sql.row(CREATION, row -> row.getString("statement"), name));
        ConnectionConfig there = target.to(name);
        Scratch scratch = new ScratchDatabase(
                connector, new Connector(there), new PostgresDatabase(there, ledger, clock), ledger.schema());
        try {
            new ScratchEquipment(sql, name, ledger.schema()).install(new Connector(there), source);
            return scratch;
        } catch (Throwable e) {
            try {
                scratch.close();
            } catch (MigrationException notDropped) {
                e.addSuppressed(notDropped);
            }
            throw e;
        }
    }

    private static void refuseWhereForbidden(Sql sql) throws SQLException {
        Optional<String> reason = sql.row(WHAT_FORBIDS, row -> Optional.ofNullable(row.getString("reason")));
        reason.ifPresent(why -> {
            throw new MigrationException(new RefusedFailure.NotAllowed(
                    "scratch.not-allowed",
                    "no scratch database can be had: " + why,
                    Optional.of(
                            "ask an administrator to run: alter role ... createdb; or do without: --scratch never")));
        });
    }

    private static void sweep(Sql sql) throws SQLException {
        List<String> names = sql.rows(LEFT_BEHIND, row -> row.getString("datname"));
        for (String name : names) {
            try {
                sql.run("drop database if exists " + Identifier.quoted(name));
            } catch (SQLException inUse) {
                // the next one tries again
            }
        }
    }
}
