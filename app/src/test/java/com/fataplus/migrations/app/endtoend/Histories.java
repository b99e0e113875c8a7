package com.fataplus.migrations.app.endtoend;

import java.util.List;

/** Sections that are hard to hand on unchanged, and questions that tell whether they were. */
final class Histories {
    static final String QUOTES = """
            -- migrate:up
            create table plot (id int primary key, name text, numbers int[] default array[1, 2, 3]);
            insert into plot (id, name) values (1, 'O''Hara \\ :USER $1 ${x}'), (2, E'tab\\there'), (3, U&'\\0041');
            create function first(n int) returns int[] language sql
              begin atomic select numbers[1:n] from plot order by id; end;
            do $$ begin perform ':x'; perform $q$ ; -- it's $q$; end $$;
            comment on table plot is 'récolte 水田 🌾'; -- don't stop
            /* nor ' /* here */ */ create view "odd ""name"" :x" as select id::text as "a:b" from plot;
            create rule nothing as on delete to plot do also (select 1; select 2);
            -- migrate:down
            drop rule nothing on plot;
            drop view "odd ""name"" :x";
            drop function first;
            drop table plot;
            """;

    static final String COPY = """
            -- migrate:up
            create table price (kind text, amount numeric, note text);
            copy price from stdin;
            rice\t12.50\tO'Hara; -- no comment $$
            \\N\t0\t:USER
            \\.
            copy price (kind, note) from stdin with (format csv);
            "a ""b"" \\",c:d
            \\.
            copy price from stdin;
            \\.
            -- migrate:down
            drop table price;
            """;

    /** What a section sets, creates for itself and becomes must not reach the ledger or the next section. */
    static final String SETTINGS = """
            -- migrate:up lock_timeout:5s timeout:1min
            set search_path = pg_temp;
            set local timezone = 'Asia/Tokyo';
            set standard_conforming_strings = on;
            create temporary table run (id int);
            declare open_cursor cursor with hold for select 1;
            prepare something as select 1;
            create table public.setting as select now() > '2000-01-01 00:00' as later;
            alter table public.plot add column area numeric;
            set session characteristics as transaction read only;
            set role pg_read_all_data;
            -- migrate:down
            set search_path = public;
            alter table plot drop column area;
            drop table setting;
            """;

    static final String STATEMENT_BY_STATEMENT = """
            -- migrate:up transaction:false
            create index concurrently plot_name on plot (name);
            begin;
            insert into plot (id, name) values (4, 'together');
            savepoint s;
            insert into plot (id) values (5);
            rollback to savepoint s;
            commit;
            set role pg_read_all_data;
            select 1;
            reset role;
            vacuum plot;
            copy plot (id, name) from stdin;
            6\twith data
            \\.
            -- migrate:down transaction:false
            delete from plot where id > 3;
            drop index concurrently plot_name;
            """;

    static final String LIMITS = """
            -- migrate:up
            create table last (id int primary key, other int references last deferrable initially deferred);
            insert into last values (1, 2);
            insert into last values (2, 1);
            -- migrate:down
            drop table last;
            """;

    /** Rows, ledger and the ledger's tables, but for numbers, times and the way back asked for. */
    static final List<String> LOOK = List.of(
            "select query_to_xml('select t::text from ' || oid::regclass || ' t order by 1', true, true, '')::text"
                    + " from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname",
            "select concat_ws('|', id, parents, depends_on, labels, message, checksum, up_text, down_text, applied_by)"
                    + " from fata.revision order by position",
            "select concat_ws('|', revision, direction, state, statements_done, failure) from fata.step order by id",
            "select concat_ws('|', command, target, tag, operator, role, tool_version, outcome, backup)"
                    + " from fata.run order by id",
            "select concat_ws('|', table_name, column_name, data_type, is_nullable, column_default, is_identity)"
                    + " from information_schema.columns where table_schema = 'fata' order by 1",
            "select indexdef from pg_indexes where schemaname = 'fata' order by 1",
            "select conrelid::regclass || pg_get_constraintdef(oid) from pg_constraint"
                    + " where connamespace = 'fata'::regnamespace order by 1",
            "select version::text from fata.meta");

    private Histories() {}
}
