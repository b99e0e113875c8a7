package com.fataplus.migrations.postgres.dump;

import com.fataplus.migrations.application.config.ConnectionConfig;

/** A little of everything that a dump has to bring back, a ledger included. */
final class SampleDatabase {
    static final String SQL = """
            create type crop as enum ('rice', 'maize', 'bean');
            create table farm (
                id bigint generated always as identity primary key,
                name text not null unique check (name <> ''));
            create table plot (
                id bigserial primary key,
                name text not null,
                crop crop not null default 'rice',
                photo bytea);
            alter table plot add farm_id bigint;
            alter table plot drop farm_id;
            create index plot_name on plot (lower(name)) where crop <> 'bean';
            create view rice as select id, name from plot where crop = 'rice';
            comment on view rice is 'what''s "wet", \\ or so';
            create function plots() returns bigint language plpgsql stable as $$
                begin
                    return (select count(*) from plot); -- a comment; with a semicolon
                end $$;
            create function nothing() returns trigger language plpgsql as $$ begin return new; end $$;
            create trigger plot_touched before update on plot for each row execute function nothing();
            insert into farm (name) values ('Ambohimanga'), ('Andasibe');
            insert into plot (name, crop, photo)
                select 'plot ' || n || E' – é\\t\\\\ \\n', 'maize', decode(md5(n::text), 'hex') from generate_series(1, 1000) n;
            select setval('plot_id_seq', 5000);
            select lo_from_bytea(4711, 'a large object');
            create schema fata;
            create table fata.revision (id text primary key);
            insert into fata.revision values ('001');
            """;

    private SampleDatabase() {}

    /** The way into another database of the same server. */
    static ConnectionConfig named(String name, ConnectionConfig other) {
        return new ConnectionConfig(
                other.host(),
                other.port(),
                name,
                other.user(),
                other.password(),
                other.parameters(),
                other.connectTimeout());
    }
}
