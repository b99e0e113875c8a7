package com.fataplus.migrations.postgres;

import java.util.List;

/** Why this database cannot be put aside, or not by this role. */
final class RestoreObstacles {
    private static final String OBSTACLES = """
            select format('it has a prepared transaction, %L: commit or roll it back', gid)
              from pg_catalog.pg_prepared_xacts where database = current_database()
            union all
            select format('it publishes through the replication slot %I, which cannot follow: drop it and subscribe anew afterwards', slot_name)
              from pg_catalog.pg_replication_slots where database = current_database()
            union all
            select format('its subscription %I is at work: alter subscription %1$I disable', subname)
              from pg_catalog.pg_subscription
             where subenabled and subdbid = (select oid from pg_catalog.pg_database where datname = current_database())
            union all
            select format('role %I may not create databases: alter role %1$I createdb', rolname)
              from pg_catalog.pg_roles where rolname = session_user and not rolcreatedb and not rolsuper
            union all
            select format('role %I does not own the database: alter database %I owner to %1$I', session_user, datname)
              from pg_catalog.pg_database
             where datname = current_database() and not pg_catalog.pg_has_role(session_user, datdba, 'usage')
            """;

    private RestoreObstacles() {}

    static List<String> of(Sql sql) {
        return ServerFailures.doing(
                "see whether a restore is possible", () -> sql.rows(OBSTACLES, row -> row.getString(1)));
    }
}
