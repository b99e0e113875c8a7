package com.fataplus.migrations.postgres.catalog;

import static com.fataplus.migrations.postgres.catalog.SchemaChange.always;
import static com.fataplus.migrations.postgres.catalog.SchemaChanges.FARM;

import java.util.List;

/** Changes of whatever has rows. */
final class TableChanges {
    private TableChanges() {}

    static List<SchemaChange> tables() {
        return List.of(
                always("", "create table farm ()", "drop table farm", "added: table s.farm"),
                always("", "create table \"Fa.rm\" ()", "drop table \"Fa.rm\"", "added: table s.\"Fa.rm\""),
                always(
                        FARM,
                        "alter table farm rename to barn",
                        "alter table barn rename to farm",
                        "missing: table s.farm"),
                always(FARM, "alter table farm set unlogged", "alter table farm set logged", "changed: table s.farm"),
                always(
                        FARM,
                        "alter table farm set (fillfactor = 50, autovacuum_enabled = off)",
                        "alter table farm reset (fillfactor, autovacuum_enabled)",
                        "changed: table s.farm"),
                always(
                        FARM,
                        "alter table farm set (toast.autovacuum_enabled = off)",
                        "alter table farm reset (toast.autovacuum_enabled)",
                        "changed: table s.farm"),
                always(
                        FARM,
                        "alter table farm enable row level security",
                        "alter table farm disable row level security",
                        "changed: table s.farm"),
                always(
                        FARM,
                        "alter table farm force row level security",
                        "alter table farm no force row level security",
                        "changed: table s.farm"),
                always(
                        FARM,
                        "alter table farm replica identity full",
                        "alter table farm replica identity default",
                        "changed: table s.farm"),
                always(
                        FARM,
                        "alter table farm replica identity using index farm_pkey",
                        "alter table farm replica identity default",
                        "changed: index s.farm_pkey"),
                always(
                        FARM,
                        "alter table farm owner to pg_monitor",
                        "alter table farm owner to postgres",
                        "changed: table s.farm"),
                always(
                        FARM,
                        "grant select on farm to pg_monitor with grant option",
                        "revoke select on farm from pg_monitor",
                        "changed: table s.farm"),
                always(FARM, "create table barn () inherits (farm)", "drop table barn", "added: column s.barn.id"),
                always(
                        FARM + "; create table barn (id integer not null, name text, size numeric)",
                        "alter table barn inherit farm",
                        "alter table barn no inherit farm",
                        "changed: table s.barn"),
                always(
                        "create table day (at date) partition by range (at); create table monday (at date)",
                        "alter table day attach partition monday for values from ('2026-11-23') to ('2026-11-24')",
                        "alter table day detach partition monday",
                        "changed: table s.monday"),
                always("", "create table day (at date) partition by list (at)", "drop table day", "added: table s.day"),
                always("", "create sequence number", "drop sequence number", "added: sequence s.number"),
                always(
                        "create sequence number",
                        "alter sequence number increment 2 cache 5 cycle",
                        "alter sequence number increment 1 cache 1 no cycle",
                        "changed: sequence s.number"),
                always(
                        FARM + "; create sequence number",
                        "alter sequence number owned by farm.id",
                        "alter sequence number owned by none",
                        "changed: sequence s.number"));
    }

    static List<SchemaChange> views() {
        return List.of(
                always(FARM, "create view farms as select id from farm", "drop view farms", "added: view s.farms"),
                always(
                        FARM + "; create view farms as select id from farm",
                        "create or replace view farms as select id from farm where size > 1",
                        "create or replace view farms as select id from farm",
                        "changed: view s.farms"),
                always(
                        FARM + "; create view farms as select id from farm",
                        "alter view farms set (security_barrier)",
                        "alter view farms reset (security_barrier)",
                        "changed: view s.farms"),
                always(
                        FARM,
                        "create materialized view farms as select id from farm with no data",
                        "drop materialized view farms",
                        "added: materialized view s.farms"),
                always(
                        FARM + "; create materialized view farms as select id from farm with no data",
                        "refresh materialized view farms",
                        "refresh materialized view farms with no data",
                        "changed: materialized view s.farms"));
    }
}
