package com.fataplus.migrations.postgres.catalog;

import static com.fataplus.migrations.postgres.catalog.SchemaChange.always;

import java.util.List;
import java.util.stream.Stream;

/**
 * A change of every kind of object there is. Each runs in a schema of its own, called {@code s} here, first in the search path; names of what
 * lives in no schema are used once.
 */
final class SchemaChanges {
    private static final String FARM = "create table farm (id integer primary key, name text, size numeric)";

    /** Drops what setups leave behind outside their schemas. */
    static final String CLEAN_UP = "drop foreign data wrapper if exists pipe2, pipe3, pipe4 cascade;"
            + " drop publication if exists news2, news3, news4, news5";

    private SchemaChanges() {}

    static List<SchemaChange> all() {
        return Stream.of(tables(), columns(), tableParts(), views(), types(), routines(), environment(), replication())
                .flatMap(List::stream)
                .toList();
    }

    private static List<SchemaChange> tables() {
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

    private static List<SchemaChange> columns() {
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

    private static List<SchemaChange> tableParts() {
        return List.of(
                always(
                        FARM,
                        "alter table farm add constraint positive check (size > 0) not valid",
                        "alter table farm drop constraint positive",
                        "added: constraint positive on s.farm"),
                always(
                        FARM + "; alter table farm add constraint positive check (size > 0) not valid",
                        "alter table farm validate constraint positive",
                        "alter table farm drop constraint positive;"
                                + " alter table farm add constraint positive check (size > 0) not valid",
                        "changed: constraint positive on s.farm"),
                always(
                        FARM + "; create table plot (farm integer)",
                        "alter table plot add constraint on_farm foreign key (farm) references farm on delete cascade"
                                + " deferrable initially deferred",
                        "alter table plot drop constraint on_farm",
                        "added: constraint on_farm on s.plot"),
                always(
                        FARM + "; create table plot (farm integer constraint on_farm references farm)",
                        "alter table plot disable trigger all",
                        "alter table plot enable trigger all",
                        "changed: constraint on_farm on s.plot"),
                always(
                        FARM,
                        "alter table farm add constraint apart exclude using gist (int4range(id, id + 1) with &&)",
                        "alter table farm drop constraint apart",
                        "added: constraint apart on s.farm"),
                always(
                                FARM,
                                "alter table farm add constraint named not null name",
                                "alter table farm drop constraint named",
                                "added: constraint named on s.farm")
                        .since(18),
                always(
                                FARM,
                                "alter table farm add constraint positive check (size > 0) not enforced",
                                "alter table farm drop constraint positive",
                                "added: constraint positive on s.farm")
                        .since(18),
                always(FARM, "create index by_name on farm (name)", "drop index by_name", "added: index s.by_name"),
                always(
                        FARM,
                        "create index by_name on farm (lower(name) desc) include (size) where size > 0",
                        "drop index by_name",
                        "added: index s.by_name"),
                always(
                                FARM,
                                "create unique index by_name on farm (name) nulls not distinct",
                                "drop index by_name",
                                "added: index s.by_name")
                        .since(15),
                always(
                        FARM,
                        "alter table farm cluster on farm_pkey",
                        "alter table farm set without cluster",
                        "changed: index s.farm_pkey"),
                always(
                        FARM + "; create index by_size on farm ((size * 2))",
                        "alter index by_size alter column 1 set statistics 500",
                        "alter index by_size alter column 1 set statistics -1",
                        "changed: index s.by_size"),
                always(
                        FARM,
                        "create trigger calm before update on farm for each row"
                                + " execute function suppress_redundant_updates_trigger()",
                        "drop trigger calm on farm",
                        "added: trigger calm on s.farm"),
                always(
                        FARM + "; create trigger calm before update on farm for each row"
                                + " execute function suppress_redundant_updates_trigger()",
                        "alter table farm disable trigger calm",
                        "alter table farm enable trigger calm",
                        "changed: trigger calm on s.farm"),
                always(
                        FARM,
                        "create rule quiet as on delete to farm do instead nothing",
                        "drop rule quiet on farm",
                        "added: rule quiet on s.farm"),
                always(
                        FARM,
                        "create policy own on farm for select to pg_monitor, public using (name = current_user)",
                        "drop policy own on farm",
                        "added: policy own on s.farm"),
                always(
                        FARM + "; create policy own on farm using (true)",
                        "alter policy own on farm with check (false)",
                        "drop policy own on farm; create policy own on farm using (true)",
                        "changed: policy own on s.farm"),
                always(
                        FARM,
                        "create statistics habits (dependencies) on name, size from farm",
                        "drop statistics habits",
                        "added: statistics s.habits"),
                always(
                        FARM + "; create statistics habits on name, size from farm",
                        "alter statistics habits set statistics 500",
                        "alter statistics habits set statistics -1",
                        "changed: statistics s.habits"));
    }

    private static List<SchemaChange> views() {
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

    private static List<SchemaChange> types() {
        return List.of(
                always("", "create type soil as enum ('clay', 'sand')", "drop type soil", "added: type s.soil"),
                always(
                        "create type soil as enum ('clay', 'sand')",
                        "alter type soil rename value 'clay' to 'loam'",
                        "alter type soil rename value 'loam' to 'clay'",
                        "changed: type s.soil"),
                always(
                        "create type soil as enum ('clay', 'sand')",
                        "alter type soil add value 'loam' before 'sand'",
                        "drop type soil; create type soil as enum ('clay', 'sand')",
                        "changed: type s.soil"),
                always("", "create domain size as numeric", "drop domain size", "added: domain s.size"),
                always(
                        "create domain size as numeric",
                        "alter domain size set default 1",
                        "alter domain size drop default",
                        "changed: domain s.size"),
                always(
                        "create domain size as numeric",
                        "alter domain size set not null",
                        "alter domain size drop not null",
                        "changed: domain s.size"),
                always(
                        "create domain size as numeric",
                        "alter domain size add constraint positive check (value > 0)",
                        "alter domain size drop constraint positive",
                        "added: constraint positive on domain s.size"),
                always("", "create type place as (x integer, y integer)", "drop type place", "added: type s.place"),
                always(
                        "create type place as (x integer, y integer)",
                        "alter type place add attribute z integer",
                        "alter type place drop attribute z",
                        "added: column s.place.z"),
                always(
                        "",
                        "create type span as range (subtype = float8, subtype_diff = float8mi)",
                        "drop type span",
                        "added: type s.span"),
                always("", "create type shell", "drop type shell", "added: type s.shell"),
                always(
                        "create domain size as numeric",
                        "grant usage on domain size to pg_monitor",
                        "revoke usage on domain size from pg_monitor",
                        "changed: domain s.size"),
                always("", "create collation plain (locale = 'C')", "drop collation plain", "added: collation s.plain"),
                always(
                        "",
                        "create conversion odd for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8",
                        "drop conversion odd",
                        "added: conversion s.odd"),
                always(
                        "create type place as (x integer)",
                        "create cast (place as text) with inout as assignment",
                        "drop cast (place as text)",
                        "added: cast (s.place as text)"));
    }

    private static List<SchemaChange> routines() {
        String add = "create function add(a integer, b integer default 1) returns integer language sql immutable"
                + " as 'select a + b'";
        return List.of(
                always("", add, "drop function add", "added: function s.add(integer,integer)"),
                always(
                        add,
                        add.replace("create", "create or replace").replace("a + b", "b + a"),
                        add.replace("create", "create or replace"),
                        "changed: function s.add(integer,integer)"),
                always(
                        add,
                        "alter function add security definer set search_path = pg_temp",
                        "alter function add security invoker reset all",
                        "changed: function s.add(integer,integer)"),
                always(
                        add,
                        "revoke execute on function add from public",
                        "grant execute on function add to public",
                        "changed: function s.add(integer,integer)"),
                always(
                        "",
                        "create function twice(a integer) returns integer begin atomic select a; select a * 2; end",
                        "drop function twice",
                        "added: function s.twice(integer)"),
                always(
                        "",
                        "create procedure nothing() language plpgsql as 'begin null; end'",
                        "drop procedure nothing",
                        "added: procedure s.nothing()"),
                always(
                        "",
                        "create aggregate total(integer) (sfunc = int4pl, stype = integer, initcond = '0')",
                        "drop aggregate total(integer)",
                        "added: aggregate s.total(integer)"),
                always(
                        add,
                        "create operator @+@ (function = add, leftarg = integer, rightarg = integer, commutator = @+@)",
                        "drop operator @+@ (integer, integer)",
                        "added: operator s.@+@(integer,integer)"),
                always(
                        "",
                        "create operator class plain for type integer using btree as operator 1 <, operator 3 =,"
                                + " function 1 btint4cmp(integer, integer)",
                        "drop operator class plain using btree; drop operator family plain using btree",
                        "added: operator class s.plain using btree"),
                always(
                        "create operator family kin using btree",
                        "alter operator family kin using btree add operator 1 < (integer, integer),"
                                + " function 1 btint4cmp(integer, integer)",
                        "alter operator family kin using btree drop operator 1 (integer, integer),"
                                + " function 1 (integer, integer)",
                        "changed: operator family s.kin using btree"),
                always(
                        "",
                        "create language plother handler plpgsql_call_handler",
                        "drop language plother",
                        "added: language plother"),
                always(
                        "",
                        "create access method shelf type table handler heap_tableam_handler",
                        "drop access method shelf",
                        "added: access method shelf"),
                always(
                        "create function told() returns event_trigger language plpgsql as 'begin end'",
                        "create event trigger watch on sql_drop when tag in ('DROP TABLE') execute function told()",
                        "drop event trigger watch",
                        "added: event trigger watch"),
                always(
                        "",
                        "create text search dictionary words (template = simple, stopwords = english)",
                        "drop text search dictionary words",
                        "added: text search dictionary s.words"),
                always(
                        "",
                        "create text search configuration tongue (copy = english)",
                        "drop text search configuration tongue",
                        "added: text search configuration s.tongue"),
                always(
                        "create text search configuration tongue (copy = english)",
                        "alter text search configuration tongue alter mapping for word with simple",
                        "alter text search configuration tongue alter mapping for word with english_stem",
                        "changed: text search configuration s.tongue"),
                always(
                        "",
                        "create text search template mould (lexize = dsimple_lexize)",
                        "drop text search template mould",
                        "added: text search template s.mould"),
                always(
                        "",
                        "create text search parser cutter (start = prsd_start, gettoken = prsd_nexttoken,"
                                + " end = prsd_end, lextypes = prsd_lextype)",
                        "drop text search parser cutter",
                        "added: text search parser s.cutter"));
    }

    private static List<SchemaChange> environment() {
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

    private static List<SchemaChange> replication() {
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
