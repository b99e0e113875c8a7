package com.fataplus.migrations.postgres.catalog;

import java.util.List;

/** Functions and what is made of them. */
final class Routines {
    private static final String FUNCTIONS = """
            select case p.prokind when 'p' then 'procedure ' else 'function ' end || p.oid::regprocedure,
                   concat_ws(', ',
                       'owner ' || pg_get_userbyid(p.proowner),
                       ${privileges(f, p.proacl, p.proowner)},
                       pg_get_functiondef(p.oid))
              from pg_proc p
              join ${schemas} n on n.oid = p.pronamespace
             where p.prokind <> 'a' and ${own('pg_proc', p.oid)}
            """;

    private static final String AGGREGATES = """
            select 'aggregate ' || p.oid::regprocedure,
                   concat_ws(', ',
                       'returns ' || pg_get_function_result(p.oid),
                       'kind ' || a.aggkind::text || ' ' || a.aggnumdirectargs,
                       'arguments ' || pg_get_function_arguments(p.oid),
                       'state ' || a.aggtranstype::regtype || ' ' || a.aggtransspace || ' by ' || a.aggtransfn::regprocedure,
                       'final ' || nullif(a.aggfinalfn, 0)::regprocedure || ' ' || a.aggfinalextra::text || a.aggfinalmodify::text,
                       'combine ' || nullif(a.aggcombinefn, 0)::regprocedure,
                       'serial ' || nullif(a.aggserialfn, 0)::regprocedure,
                       'deserial ' || nullif(a.aggdeserialfn, 0)::regprocedure,
                       'initial ' || quote_literal(a.agginitval),
                       'moving ' || nullif(a.aggmtranstype, 0)::regtype || ' ' || a.aggmtransspace,
                       'moving forward ' || nullif(a.aggmtransfn, 0)::regprocedure,
                       'moving backward ' || nullif(a.aggminvtransfn, 0)::regprocedure,
                       'moving final ' || nullif(a.aggmfinalfn, 0)::regprocedure || ' ' || a.aggmfinalextra::text || a.aggmfinalmodify::text,
                       'moving initial ' || quote_literal(a.aggminitval),
                       'sort by ' || nullif(a.aggsortop, 0)::regoperator,
                       'parallel ' || p.proparallel::text,
                       'owner ' || pg_get_userbyid(p.proowner),
                       ${privileges(f, p.proacl, p.proowner)})
              from pg_aggregate a
              join pg_proc p on p.oid = a.aggfnoid
              join ${schemas} n on n.oid = p.pronamespace
             where ${own('pg_proc', p.oid)}
            """;

    private static final String OPERATORS = """
            select 'operator ' || o.oid::regoperator,
                   concat_ws(', ',
                       'by ' || nullif(o.oprcode, 0)::regprocedure,
                       'result ' || nullif(o.oprresult, 0)::regtype,
                       'commutator ' || nullif(o.oprcom, 0)::regoperator,
                       'negator ' || nullif(o.oprnegate, 0)::regoperator,
                       'restrict ' || nullif(o.oprrest, 0)::regproc,
                       'join ' || nullif(o.oprjoin, 0)::regproc,
                       case when o.oprcanhash then 'hashes' end,
                       case when o.oprcanmerge then 'merges' end,
                       'owner ' || pg_get_userbyid(o.oprowner))
              from pg_operator o
              join ${schemas} n on n.oid = o.oprnamespace
             where ${own('pg_operator', o.oid)}
            """;

    private static final String OPERATOR_CLASSES = """
            select 'operator class ' || quote_ident(n.nspname) || '.' || quote_ident(c.opcname) || ' using ' || am.amname,
                   concat_ws(', ',
                       'for ' || c.opcintype::regtype,
                       case when c.opcdefault then 'default' end,
                       'family ' || quote_ident(fn.nspname) || '.' || quote_ident(f.opfname),
                       'storage ' || nullif(c.opckeytype, 0)::regtype,
                       'owner ' || pg_get_userbyid(c.opcowner))
              from pg_opclass c
              join ${schemas} n on n.oid = c.opcnamespace
              join pg_am am on am.oid = c.opcmethod
              join pg_opfamily f on f.oid = c.opcfamily
              join pg_namespace fn on fn.oid = f.opfnamespace
             where ${own('pg_opclass', c.oid)}
            """;

    private static final String OPERATOR_FAMILIES = """
            select 'operator family ' || quote_ident(n.nspname) || '.' || quote_ident(f.opfname) || ' using ' || am.amname,
                   concat_ws(', ',
                       (select string_agg(
                                   o.amopstrategy || ' ' || o.amopopr::regoperator || ' ' || o.amoppurpose::text
                                       || coalesce(' ' || (select s.opfname from pg_opfamily s where s.oid = o.amopsortfamily), ''),
                                   ', ' order by o.amoplefttype::regtype::text, o.amoprighttype::regtype::text, o.amopstrategy)
                          from pg_amop o where o.amopfamily = f.oid),
                       (select string_agg(
                                   p.amprocnum || ' ' || p.amproc::regprocedure,
                                   ', ' order by p.amproclefttype::regtype::text, p.amprocrighttype::regtype::text, p.amprocnum)
                          from pg_amproc p where p.amprocfamily = f.oid),
                       'owner ' || pg_get_userbyid(f.opfowner))
              from pg_opfamily f
              join ${schemas} n on n.oid = f.opfnamespace
              join pg_am am on am.oid = f.opfmethod
             where ${own('pg_opfamily', f.oid)}
            """;

    private static final String LANGUAGES = """
            select 'language ' || quote_ident(l.lanname),
                   concat_ws(', ',
                       case when l.lanpltrusted then 'trusted' end,
                       'handler ' || nullif(l.lanplcallfoid, 0)::regproc,
                       'inline ' || nullif(l.laninline, 0)::regproc,
                       'validator ' || nullif(l.lanvalidator, 0)::regproc,
                       'owner ' || pg_get_userbyid(l.lanowner),
                       ${privileges(l, l.lanacl, l.lanowner)})
              from pg_language l
             where l.lanispl and ${own('pg_language', l.oid)}
            """;

    private static final String ACCESS_METHODS = """
            select 'access method ' || quote_ident(am.amname), am.amtype::text || ' by ' || am.amhandler
              from pg_am am
             where am.oid >= 16384 and ${own('pg_am', am.oid)}
            """;

    private static final String EVENT_TRIGGERS = """
            select 'event trigger ' || quote_ident(e.evtname),
                   concat_ws(', ',
                       'on ' || e.evtevent,
                       'when tag in ' || nullif(${sorted(e.evttags)}, ''),
                       'execute ' || e.evtfoid::regproc,
                       'enabled ' || e.evtenabled::text,
                       'owner ' || pg_get_userbyid(e.evtowner))
              from pg_event_trigger e
             where ${own('pg_event_trigger', e.oid)}
            """;

    private Routines() {}

    static List<String> queries() {
        return List.of(
                FUNCTIONS,
                AGGREGATES,
                OPERATORS,
                OPERATOR_CLASSES,
                OPERATOR_FAMILIES,
                LANGUAGES,
                ACCESS_METHODS,
                EVENT_TRIGGERS);
    }
}
