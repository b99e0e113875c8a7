package com.fataplus.migrations.postgres.catalog;

import static com.fataplus.migrations.postgres.catalog.SchemaChange.always;
import static com.fataplus.migrations.postgres.catalog.SchemaChanges.FARM;

import java.util.List;

/** Changes of what lives in no schema, and of comments. */
final class EnvironmentChanges {
    private EnvironmentChanges() {}

    static List<SchemaChange> environment() {
        return List.of(
                always("", "create schema other", "drop schema other", "added: schema other"),
                always(
                        "",
                        "grant usage on schema s to pg_monitor",
                        "revoke usage on schema s from pg_monitor",
                        "changed: schema s"),
                always("", "create extension citext schema public", "drop extension citext", "added: extension citext"),
                always(
                        "create extension pg_trgm schema s version '1.5'",
                        "alter extension pg_trgm update to '1.6'",
                        "drop extension pg_trgm; create extension pg_trgm schema s version '1.5'",
                        "changed: extension pg_trgm"),
                always(
                        "",
                        "create foreign data wrapper pipe options (kind 'long')",
                        "drop foreign data wrapper pipe",
                        "added: foreign data wrapper pipe"),
                always(
                        "create foreign data wrapper pipe2",
                        "create server mill foreign data wrapper pipe2 options (host 'river')",
                        "drop server mill",
                        "added: server mill"),
                always(
                        "create foreign data wrapper pipe3; create server mill3 foreign data wrapper pipe3",
                        "create user mapping for public server mill3 options (password 'secret')",
                        "drop user mapping for public server mill3",
                        "added: user mapping for public on server mill3"),
                always(
                        "create foreign data wrapper pipe4; create server mill4 foreign data wrapper pipe4",
                        "create foreign table far (id integer options (name 'ID')) server mill4 options (name 'FAR')",
                        "drop foreign table far",
                        "added: foreign table s.far"),
                always(
                        "",
                        "alter default privileges in schema s grant select on tables to pg_monitor",
                        "alter default privileges in schema s revoke select on tables from pg_monitor",
                        "added: default privileges of postgres in schema s on r"),
                always(
                        FARM,
                        "comment on table farm is 'land'",
                        "comment on table farm is null",
                        "added: comment on table s.farm"),
                always(
                        FARM,
                        "comment on column farm.name is 'what people call it'",
                        "comment on column farm.name is null",
                        "added: comment on table column s.farm.name"),
                always(
                        FARM,
                        "comment on constraint farm_pkey on farm is 'key'",
                        "comment on constraint farm_pkey on farm is null",
                        "added: comment on table constraint farm_pkey on s.farm"),
                always(
                        "",
                        "comment on schema public is 'ours'",
                        "comment on schema public is 'standard public schema'",
                        "changed: comment on schema public"));
    }

    static List<SchemaChange> replication() {
        return List.of(
                always(
                        "",
                        "create publication news for all tables",
                        "drop publication news",
                        "added: publication news"),
                always(
                        FARM + "; create publication news2",
                        "alter publication news2 add table farm",
                        "alter publication news2 drop table farm",
                        "added: publication news2 of table s.farm"),
                always(
                                FARM + "; create publication news3 for table farm",
                                "alter publication news3 set table farm (id) where (id > 5)",
                                "alter publication news3 set table farm",
                                "changed: publication news3 of table s.farm")
                        .since(15),
                always(
                                "create publication news4",
                                "alter publication news4 add tables in schema s",
                                "alter publication news4 drop tables in schema s",
                                "added: publication news4 of schema s")
                        .since(15),
                always(
                        "create publication news5",
                        "alter publication news5 set (publish = 'insert')",
                        "alter publication news5 set (publish = 'insert, update, delete, truncate')",
                        "changed: publication news5"),
                always(
                        "",
                        "create subscription reader connection 'dbname=nowhere' publication news"
                                + " with (connect = false, slot_name = none, enabled = false)",
                        "drop subscription reader",
                        "added: subscription reader"));
    }
}
