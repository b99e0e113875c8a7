-- Functions and blocks whose PL/pgSQL PostgreSQL's parser refuses.

create function b1() returns int language plpgsql as $$
begin
    retrun 1;
end
$$;

create function b2() returns int language plpgsql as $$
begin
    return 1 +;
end
$$;

do $$ begin if true then perform 1; end $$;

do $$ begin select 1 fro x; end $$;

create function b3() returns int language plpgsql as $$
declare x int
begin return x; end
$$;

create function b4() returns int language plpgsql as $$
begin
    y := 1;
    return y;
end
$$;

create function b5() returns int language plpgsql as $$ begin loop end loop $$;

create function b6() returns int language plpgsql as $$
begin
    return 1;
exception when no_such_condition then null;
end $$;

create function b7() returns void language plpgsql as $$ begin return 1; end $$;

create function b8() returns int as 'begin return ''a'' ''b'' c d; end' language plpgsql;

create function b9() returns int language plpgsql as $$ begin raise notice '% %', 1; return 1; end $$;

create function b10() returns int language plpgsql as $$ begin exit; return 1; end $$;

create function b11() returns int language plpgsql as $$ declare a int; a text; begin return 1; end $$;

create function b12() returns setof int language plpgsql as $$ begin return 1; end $$;

create function b13() returns int language plpgsql as $$ begin select 1 into nowhere; return 1; end $$;

do $größe$
declare
    größe int := '🌾' +* 1 1;
begin
    null;
end
$größe$;
