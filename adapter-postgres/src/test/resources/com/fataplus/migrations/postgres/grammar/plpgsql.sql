-- PL/pgSQL that the server accepts, given the tables it speaks of.

create function f1() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        insert into audit (what, old_row) values (tg_table_name, to_jsonb(old));
        return old;
    end if;
    new.updated_at := now();
    new.tags[1] := 'x';
    return new;
end
$$;

create or replace function f2(farm bigint, out total numeric, out n int) language plpgsql stable as $fn$
declare
    r record;
    line farm%rowtype;
    price farm.price%type;
    names text[] := array['a', 'b'];
    c constant integer not null := 5;
    cur cursor (k int) for select * from plot where id > k;
    ref refcursor;
    alias_of alias for $1;
begin
    total := 0;
    for r in select * from plot where plot.farm_id = farm loop
        total := total + r.area;
        continue when r.area < 0;
        exit when total > 100;
    end loop;
    <<outer_loop>>
    for i in reverse 10..1 by 2 loop
        foreach line.name in array names loop
            exit outer_loop when i = 3;
        end loop;
    end loop outer_loop;
    open cur(3);
    fetch cur into line;
    move forward 2 from cur;
    close cur;
    open ref for execute 'select 1' using farm;
    close ref;
    select count(*) into strict n from plot;
    get diagnostics n = row_count;
    execute format('select %L', names[1]) into price using farm, c;
    perform pg_sleep(0);
    case n when 1, 2 then total := 1; else null; end case;
    while n < 10 loop n := n + 1; end loop;
    raise notice 'n is %, total %', n, total using hint = 'none', errcode = 'P0001';
    assert n > 0, 'n must be positive';
exception
    when unique_violation or sqlstate '22012' then
        get stacked diagnostics price = message_text;
        raise;
    when others then
        raise exception using message = sqlerrm, errcode = sqlstate;
end
$fn$;

create function f3(n int) returns setof plot language plpgsql as $$
begin
    return query select * from plot limit n;
    return query execute 'select * from plot' using n;
    return next null;
    return;
end
$$;

create function f4() returns table (id bigint, name text) language plpgsql rows 10 as $$
declare
    x public.plot;
begin
    for x in select * from public.plot loop
        id := x.id;
        name := x.name;
        return next;
    end loop;
end
$$;

create procedure p1(inout a int, b text default 'x') language plpgsql as $$
begin
    a := a + 1;
    commit;
    call p2(a);
    do $inner$ begin null; end $inner$;
    rollback and chain;
end
$$;

do $$
declare
    t text;
begin
    for t in select tablename from pg_tables where schemaname = 'public' loop
        execute format('alter table public.%I owner to fata', t);
    end loop;
end
$$;

do language plpgsql $body$ begin perform 1; end $body$;

create function f5(anyelement, variadic anyarray) returns anyelement language plpgsql immutable strict parallel safe as $$
#variable_conflict use_column
begin
    return $1;
end;
$$;

create function f6() returns event_trigger language plpgsql as $$
begin
    raise notice 'caught % %', tg_event, tg_tag;
end
$$;

create function f7() returns void language plpgsql as $$
begin
    update plot set area = 1;
    if not found then raise exception 'no plot'; end if;
    return;
end
$$;

create function f8(a int default 1, b int = 2) returns int as '
begin
    return a + length(''it''''s'');
end' language plpgsql;

create function f9(r plot, d domain_of_text, e mood, j jsonb) returns jsonb language plpgsql as $$
declare
    v domain_of_text := d;
    arr int[][] := '{{1,2},{3,4}}';
    m mood default 'ok';
    s int[];
    rec record;
    nested public.plot[];
    ts timestamp with time zone;
    num numeric(10, 2);
    iv interval day to second;
    vc varchar(20)[] := '{}';
begin
    foreach s slice 1 in array arr loop
        raise info '%', s;
    end loop;
    rec := row (1, 2);
    select 1 as a, 2 as b into rec;
    j['a'] := '1';
    r.name := 'x';
    return j || to_jsonb(r);
end
$$;

create function f10(int, text) returns bool language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    "Mixed Name" int := $1;
begin
    "Mixed Name" = 3;
    <<blk>>
    declare
        x int;
    begin
        blk.x := f10.x;
    exception when division_by_zero then
    end blk;
    if x > 1 then null; elsif x > 2 then null; elseif x > 3 then null; else null; end if;
    loop
        exit;
    end loop;
    return $2 is null;
end
$$;

create function f11(p_größe int) returns int language plpgsql as $$
declare
    größe int := p_größe;
begin
    größe := größe * 2; -- größer 🌾
    return größe;
end
$$;

create function f12() returns record language plpgsql as $$
declare ret record;
begin
    select * from (values (1, 'a')) v (x, y) into ret;
    insert into plot (name) values ('x') returning id into ret;
    delete from plot where id = 1 returning id, name into strict ret;
    merge into plot p using src s on p.id = s.id when matched then update set name = s.name when not matched then do nothing;
    return ret;
end
$$;

create function f13() returns setof record language plpgsql as $$
begin
    return next row (1, 2);
    return query values (1, 2), (3, 4);
end
$$;

create function f14(out a int, out b text) returns setof record language plpgsql as $$
begin
    a := 1; b := 'x';
    return next;
    return query select 1, 'x'::text;
end
$$;

create function f15() returns refcursor language plpgsql as $$
declare
    c scroll cursor for select * from plot order by id;
    d no scroll cursor for update plot set name = 'x' returning *;
begin
    open c;
    fetch last from c into c;
    fetch absolute 3 from c into c;
    update plot set name = 'y' where current of c;
    return c;
end
$$;

create function f16(a int) returns int language plpgsql as $$
#print_strict_params on
#option dump
begin
    return (select max(x) from unnest(array[a, 2]) x);
end
$$;

create function f17() returns int transform for type hstore language plpgsql cost 100 as $$
begin
    perform set_config('a.b', 'c', true);
    set local work_mem = '1MB';
    reset work_mem;
    lock table plot in share mode;
    truncate plot;
    create temporary table tmp (a int) on commit drop;
    notify ch, 'x';
    return 1;
end
$$;

create function f18() returns int language 'plpgsql' as 'begin return 1; end';

create function f19() returns plot language plpgsql as $$
declare r plot;
begin
    select * into r from plot limit 1;
    return r;
end
$$;

create function f20() returns plot.id%type language plpgsql as $$
begin
    return 1;
end
$$;

create function f21(x int, x2 int) returns numeric language plpgsql as $$
declare
    y numeric := x / nullif(x2, 0);
    z y%type;
begin
    z := y;
    y := case when z > 1 then 1 else 2 end;
    return y;
exception
    when sqlstate 'P0002' or no_data_found or too_many_rows or raise_exception or plpgsql_error then
        raise sqlstate '22012';
    when query_canceled then
        raise warning unique_violation;
    when lock_not_available or serialization_failure or deadlock_detected then
        raise division_by_zero using detail = 'x', column = 'a', constraint = 'b', datatype = 'c', table = 'd', schema = 'e';
end
$$;

create function f22() returns trigger language plpgsql as $$
begin
    if tg_nargs > 0 and tg_argv[0] = 'x' and tg_when = 'BEFORE' and tg_level = 'ROW' and tg_relid is not null then
        perform 1 from new_rows n join old_rows o using (id);
    end if;
    return null;
end
$$;

create procedure p3() language plpgsql as $$
begin
    for i in 1..10 loop
        delete from big where id in (select id from big limit 1000);
        exit when not found;
        commit;
    end loop;
end
$$;

create function g1() returns int language plpgsql as $$ declare r plot%rowtype; begin r.name := 'x'; return 1; end $$;

create function g2() returns int language plpgsql as $$ declare r plot; begin r.name := 'x'; return 1; end $$;

create function g3(r plot) returns int language plpgsql as $$ begin r.name := 'x'; return 1; end $$;

create function g4() returns int language plpgsql as $$ declare r record; begin r.name := 'x'; return 1; end $$;

create function g5() returns int language plpgsql as $$ declare r plot; begin select 1, 2 into r.id, r.name; return 1; end $$;

create function g6() returns int language plpgsql as $$ declare r plot%rowtype; begin select 1, 2 into r.id, r.name; return 1; end $$;

create function g7() returns int language plpgsql as $$ declare r plot; begin for r in select * from plot loop null; end loop; return 1; end $$;

create function g8() returns int language plpgsql as $$ declare r public.plot%rowtype; begin for r in select * from plot loop null; end loop; return 1; end $$;

create function g9() returns plot language plpgsql as $$ declare r plot; begin r := row(1,2); return r; end $$;

create function g10() returns plot language plpgsql as $$ begin return row(1,2); end $$;

create function g11() returns setof plot language plpgsql as $$ declare r plot; begin return next r; end $$;

create function g13(out r plot) language plpgsql as $$ begin r.id := 1; end $$;

create function g16() returns table (r plot) language plpgsql as $$ begin r.id := 1; return next; end $$;

create function g17(r plot) returns int language plpgsql as $$ begin get diagnostics r.n = row_count; foreach r.id in array array[1] loop null; end loop; return 1; end $$;

create function g20() returns mood language plpgsql as $$ begin return 'happy'; end $$;

create function g21() returns trigger language plpgsql as $$ begin new := null; old.x := 1; new.a.b := 1; return new; end $$;

create function g23(c refcursor) returns void language plpgsql as $$ declare a int; b text; begin fetch c into a, b; fetch next from c into a, b; open c for select 1; open c no scroll for select 1; close c; end $$;

create function g24(int[]) returns void language plpgsql as $$ declare a int; begin $1[1] := 2; for i in 1 .. array_length($1, 1) loop a := $1[i]; end loop; foreach a in array $1 loop null; end loop; end $$;

create function g25(c sys_refcursor) returns void language plpgsql as $$ declare x ltree; y citext[]; begin foreach x in array y loop null; end loop; end $$;

create function g26(arr myarr_domain) returns void language plpgsql as $$ declare a int; begin foreach a in array arr loop null; end loop; arr[1] := 2; end $$;
