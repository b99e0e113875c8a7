package com.fataplus.migrations.postgres.catalog;

import static com.fataplus.migrations.postgres.catalog.SchemaChange.always;
import static com.fataplus.migrations.postgres.catalog.SchemaChanges.FARM;

import java.util.List;

/** Changes of columns. */
final class ColumnChanges {
    private ColumnChanges() {}

    static List<SchemaChange> columns() {
        return List.of(
                always(
                        FARM,
                        "alter table farm add soil text",
                        "alter table farm drop soil",
                        "added: column s.farm.soil"),
                always(
                        FARM,
                        "alter table farm alter name type varchar(20)",
                        "alter table farm alter name type text",
                        "changed: column s.farm.name"),
                always(
                        FARM,
                        "alter table farm alter name type text collate \"C\"",
                        "alter table farm alter name type text collate \"default\"",
                        "changed: column s.farm.name"),
                always(
                        FARM,
                        "alter table farm alter name set default 'plot'",
                        "alter table farm alter name drop default",
                        "changed: column s.farm.name"),
                always(
                        FARM,
                        "alter table farm alter name set not null",
                        "alter table farm alter name drop not null",
                        "changed: column s.farm.name"),
                always(
                        FARM,
                        "alter table farm alter id add generated always as identity",
                        "alter table farm alter id drop identity",
                        "changed: column s.farm.id"),
                always(
                        FARM,
                        "alter table farm add area numeric generated always as (size * 2) stored",
                        "alter table farm drop area",
                        "added: column s.farm.area"),
                always(
                                FARM,
                                "alter table farm add area numeric generated always as (size * 2) virtual",
                                "alter table farm drop area",
                                "added: column s.farm.area")
                        .since(18),
                always(
                        FARM,
                        "alter table farm alter name set storage external",
                        "alter table farm alter name set storage extended",
                        "changed: column s.farm.name"),
                always(
                        FARM,
                        "alter table farm alter name set compression pglz",
                        "alter table farm alter name set compression default",
                        "changed: column s.farm.name"),
                always(
                        FARM,
                        "alter table farm alter name set statistics 500",
                        "alter table farm alter name set statistics -1",
                        "changed: column s.farm.name"),
                always(
                        FARM,
                        "alter table farm alter name set (n_distinct = 5)",
                        "alter table farm alter name reset (n_distinct)",
                        "changed: column s.farm.name"),
                always(
                        FARM,
                        "grant update (name) on farm to pg_monitor",
                        "revoke update (name) on farm from pg_monitor",
                        "changed: column s.farm.name"),
                // The order of columns counts, but not the gaps that dropped ones leave.
                always(
                        "create table farm (gone text, name text, size numeric); alter table farm drop gone",
                        "alter table farm drop name; alter table farm add name text",
                        "alter table farm drop size; alter table farm add size numeric",
                        "changed: column s.farm.size"));
    }
}
