--
-- PostgreSQL database dump
--

\restrict QeS1AY3LnkDbaP9q5VSaKzGK68tPeQ0X5GfyN3OdraA3q5LcQBy7ZR8Nldh0n5K

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: app; Type: SCHEMA; Schema: -; Owner: postgres
--

CREATE SCHEMA app;


ALTER SCHEMA app OWNER TO postgres;

--
-- Name: mood; Type: TYPE; Schema: app; Owner: postgres
--

CREATE TYPE app.mood AS ENUM (
    'sad',
    'it''s;ok',
    '$$'
);


ALTER TYPE app.mood OWNER TO postgres;

--
-- Name: pos; Type: DOMAIN; Schema: app; Owner: postgres
--

CREATE DOMAIN app.pos AS integer
	CONSTRAINT pos_check CHECK ((VALUE > 0));


ALTER DOMAIN app.pos OWNER TO postgres;

--
-- Name: dflt(text, text[]); Type: FUNCTION; Schema: app; Owner: postgres
--

CREATE FUNCTION app.dflt(a text DEFAULT 'x;y'::text, b text[] DEFAULT '{;}'::text[]) RETURNS text
    LANGUAGE sql
    RETURN (a || (b)[1]);


ALTER FUNCTION app.dflt(a text, b text[]) OWNER TO postgres;

--
-- Name: f(integer); Type: FUNCTION; Schema: app; Owner: postgres
--

CREATE FUNCTION app.f(a integer) RETURNS integer
    LANGUAGE sql
    BEGIN ATOMIC
 SELECT
         CASE
             WHEN (a > 0) THEN a
             ELSE ( SELECT 1 AS "end")
         END AS "end";
 SELECT 2;
END;


ALTER FUNCTION app.f(a integer) OWNER TO postgres;

--
-- Name: g(); Type: FUNCTION; Schema: app; Owner: postgres
--

CREATE FUNCTION app.g() RETURNS trigger
    LANGUAGE plpgsql
    AS $_$ declare x text := $q$;$q$; begin return new; end $_$;


ALTER FUNCTION app.g() OWNER TO postgres;

--
-- Name: p(integer); Type: PROCEDURE; Schema: app; Owner: postgres
--

CREATE PROCEDURE app.p(INOUT a integer)
    LANGUAGE plpgsql
    AS $_$ begin if a > 0 then a := a + 1; end if; execute 'select $1' using a; end $_$;


ALTER PROCEDURE app.p(INOUT a integer) OWNER TO postgres;

--
-- Name: agg(integer); Type: AGGREGATE; Schema: app; Owner: postgres
--

CREATE AGGREGATE app.agg(integer) (
    SFUNC = int4pl,
    STYPE = integer,
    INITCOND = '0'
);


ALTER AGGREGATE app.agg(integer) OWNER TO postgres;

--
-- Name: =-=; Type: OPERATOR; Schema: app; Owner: postgres
--

CREATE OPERATOR app.=-= (
    FUNCTION = int4eq,
    LEFTARG = integer,
    RIGHTARG = integer
);


ALTER OPERATOR app.=-= (integer, integer) OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: farm; Type: TABLE; Schema: app; Owner: postgres
--

CREATE TABLE app.farm (
    id integer NOT NULL,
    name text DEFAULT 'a\b;''c'::text,
    "odd;""name" text,
    m app.mood,
    note text DEFAULT 'x;y'::text
);


ALTER TABLE app.farm OWNER TO postgres;

--
-- Name: TABLE farm; Type: COMMENT; Schema: app; Owner: postgres
--

COMMENT ON TABLE app.farm IS 'semi;colon -- no comment /* neither */';


--
-- Name: log; Type: TABLE; Schema: app; Owner: postgres
--

CREATE TABLE app.log (
    t text,
    b bytea,
    n numeric,
    ts timestamp with time zone DEFAULT now()
);


ALTER TABLE app.log OWNER TO postgres;

--
-- Name: p0; Type: TABLE; Schema: app; Owner: postgres
--

CREATE TABLE app.p0 (
    a integer,
    b text
)
PARTITION BY RANGE (a);


ALTER TABLE app.p0 OWNER TO postgres;

--
-- Name: p1; Type: TABLE; Schema: app; Owner: postgres
--

CREATE TABLE app.p1 (
    a integer,
    b text
);


ALTER TABLE app.p1 OWNER TO postgres;

--
-- Name: v; Type: VIEW; Schema: app; Owner: postgres
--

CREATE VIEW app.v AS
 SELECT farm.id,
        CASE
            WHEN (farm.id > 1) THEN 'x;'::text
            ELSE 'y'::text
        END AS "case"
   FROM app.farm;


ALTER TABLE app.v OWNER TO postgres;

--
-- Name: p1; Type: TABLE ATTACH; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.p0 ATTACH PARTITION app.p1 FOR VALUES FROM (0) TO (10);


--
-- Data for Name: farm; Type: TABLE DATA; Schema: app; Owner: postgres
--

COPY app.farm (id, name, "odd;""name", m, note) FROM stdin;
1	line\nbreak\ttab\\.	\\.	sad	\N
2	line\nbreak\ttab\\.	\\.	sad	\N
3	line\nbreak\ttab\\.	\\.	sad	\N
1001	\\.	;'"$$	$$	
\.


--
-- Data for Name: log; Type: TABLE DATA; Schema: app; Owner: postgres
--

COPY app.log (t, b, n, ts) FROM stdin;
x'"$$;x'"$$;x'"$$;	\\x00ff	1.5	2026-11-22 12:00:39.355456+00
x'"$$;x'"$$;x'"$$;	\\x00ff	1.5	2026-11-22 12:00:39.355456+00
x'"$$;x'"$$;x'"$$;	\\x00ff	1.5	2026-11-22 12:00:39.355456+00
x'"$$;x'"$$;x'"$$;	\\x00ff	1.5	2026-11-22 12:00:39.355456+00
x'"$$;x'"$$;x'"$$;	\\x00ff	1.5	2026-11-22 12:00:39.355456+00
x'"$$;x'"$$;x'"$$;	\\x00ff	1.5	2026-11-22 12:00:39.355456+00
x'"$$;x'"$$;x'"$$;	\\x00ff	1.5	2026-11-22 12:00:39.355456+00
x'"$$;x'"$$;x'"$$;	\\x00ff	1.5	2026-11-22 12:00:39.355456+00
x'"$$;x'"$$;x'"$$;	\\x00ff	1.5	2026-11-22 12:00:39.355456+00
x'"$$;x'"$$;x'"$$;	\\x00ff	1.5	2026-11-22 12:00:39.355456+00
x'"$$;x'"$$;x'"$$;	\\x00ff	1.5	2026-11-22 12:00:39.355456+00
x'"$$;x'"$$;x'"$$;	\\x00ff	1.5	2026-11-22 12:00:39.355456+00
x'"$$;x'"$$;x'"$$;	\\x00ff	1.5	2026-11-22 12:00:39.355456+00
x'"$$;x'"$$;x'"$$;	\\x00ff	1.5	2026-11-22 12:00:39.355456+00
x'"$$;x'"$$;x'"$$;	\\x00ff	1.5	2026-11-22 12:00:39.355456+00
x'"$$;x'"$$;x'"$$;	\\x00ff	1.5	2026-11-22 12:00:39.355456+00
x'"$$;x'"$$;x'"$$;	\\x00ff	1.5	2026-11-22 12:00:39.355456+00
x'"$$;x'"$$;x'"$$;	\\x00ff	1.5	2026-11-22 12:00:39.355456+00
x'"$$;x'"$$;x'"$$;	\\x00ff	1.5	2026-11-22 12:00:39.355456+00
x'"$$;x'"$$;x'"$$;	\\x00ff	1.5	2026-11-22 12:00:39.355456+00
\.


--
-- Data for Name: p1; Type: TABLE DATA; Schema: app; Owner: postgres
--

COPY app.p1 (a, b) FROM stdin;
\.


--
-- Name: farm farm_pkey; Type: CONSTRAINT; Schema: app; Owner: postgres
--

ALTER TABLE ONLY app.farm
    ADD CONSTRAINT farm_pkey PRIMARY KEY (id);


--
-- Name: farm r; Type: RULE; Schema: app; Owner: postgres
--

CREATE RULE r AS
    ON DELETE TO app.farm DO ( INSERT INTO app.log (t)
  VALUES ('a;'::text);
 INSERT INTO app.log (t)
  VALUES ('b'::text);
);


--
-- Name: farm t; Type: TRIGGER; Schema: app; Owner: postgres
--

CREATE TRIGGER t BEFORE INSERT ON app.farm FOR EACH ROW EXECUTE FUNCTION app.g();


--
-- Name: farm pol; Type: POLICY; Schema: app; Owner: postgres
--

CREATE POLICY pol ON app.farm USING ((name <> ';'::text));


--
-- PostgreSQL database dump complete
--

\unrestrict QeS1AY3LnkDbaP9q5VSaKzGK68tPeQ0X5GfyN3OdraA3q5LcQBy7ZR8Nldh0n5K

