package com.fataplus.migrations.postgres.catalog;

import java.util.List;

/** Text search: configurations, dictionaries, parsers, templates. */
final class TextSearch {
    private static final String CONFIGURATIONS = """
            select 'text search configuration ' || c.oid::regconfig,
                   concat_ws(', ',
                       'parser ' || quote_ident(pn.nspname) || '.' || quote_ident(p.prsname),
                       (select string_agg(m.maptokentype || ' ' || m.mapdict::regdictionary, ', ' order by m.maptokentype, m.mapseqno)
                          from pg_ts_config_map m where m.mapcfg = c.oid),
                       'owner ' || pg_get_userbyid(c.cfgowner))
              from pg_ts_config c
              join ${schemas} n on n.oid = c.cfgnamespace
              join pg_ts_parser p on p.oid = c.cfgparser
              join pg_namespace pn on pn.oid = p.prsnamespace
             where ${own('pg_ts_config', c.oid)}
            """;

    private static final String DICTIONARIES = """
            select 'text search dictionary ' || d.oid::regdictionary,
                   concat_ws(', ',
                       'template ' || quote_ident(tn.nspname) || '.' || quote_ident(t.tmplname),
                       'options ' || d.dictinitoption,
                       'owner ' || pg_get_userbyid(d.dictowner))
              from pg_ts_dict d
              join ${schemas} n on n.oid = d.dictnamespace
              join pg_ts_template t on t.oid = d.dicttemplate
              join pg_namespace tn on tn.oid = t.tmplnamespace
             where ${own('pg_ts_dict', d.oid)}
            """;

    private static final String PARSERS = """
            select 'text search parser ' || quote_ident(n.nspname) || '.' || quote_ident(p.prsname),
                   concat_ws(', ', p.prsstart, p.prstoken, p.prsend, p.prsheadline, p.prslextype)
              from pg_ts_parser p
              join ${schemas} n on n.oid = p.prsnamespace
             where ${own('pg_ts_parser', p.oid)}
            """;

    private static final String TEMPLATES = """
            select 'text search template ' || quote_ident(n.nspname) || '.' || quote_ident(t.tmplname),
                   concat_ws(', ', t.tmplinit, t.tmpllexize)
              from pg_ts_template t
              join ${schemas} n on n.oid = t.tmplnamespace
             where ${own('pg_ts_template', t.oid)}
            """;

    private TextSearch() {}

    static List<String> queries() {
        return List.of(CONFIGURATIONS, DICTIONARIES, PARSERS, TEMPLATES);
    }
}
