package com.fataplus.migrations.postgres.catalog;

import static com.fataplus.migrations.postgres.catalog.SchemaChange.always;

import java.util.List;

/** Changes of functions and what is made of them. */
final class RoutineChanges {
    private RoutineChanges() {}

    static List<SchemaChange> routines() {
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
}
