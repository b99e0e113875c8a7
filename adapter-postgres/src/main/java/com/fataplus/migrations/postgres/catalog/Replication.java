package com.fataplus.migrations.postgres.catalog;

import java.util.List;

/** Publications and subscriptions. */
final class Replication {
    /** What can be switched differs between versions; all of it is told by name. */
    private static final String PUBLICATIONS = """
            select 'publication ' || quote_ident(p.pubname),
                   concat_ws(', ',
                       (to_jsonb(p) - '{oid,pubname,pubowner}'::text[])::text,
                       'owner ' || pg_get_userbyid(p.pubowner))
              from pg_publication p
             where ${own('pg_publication', p.oid)}
            """;

    private static final String PUBLISHED_TABLES = """
            select 'publication ' || quote_ident(p.pubname) || ' of table ' || r.prrelid::regclass, 'whole'
              from pg_publication_rel r
              join pg_publication p on p.oid = r.prpubid
            """;

    /** Since PostgreSQL 15 by rows and columns. */
    private static final String PUBLISHED_PARTS = """
            select 'publication ' || quote_ident(p.pubname) || ' of table ' || r.prrelid::regclass,
                   concat_ws(' ',
                       'columns ' || coalesce((
                           select string_agg(quote_ident(a.attname), ', ' order by a.attname)
                             from pg_attribute a where a.attrelid = r.prrelid and a.attnum = any (r.prattrs)), 'all'),
                       'where ' || pg_get_expr(r.prqual, r.prrelid))
              from pg_publication_rel r
              join pg_publication p on p.oid = r.prpubid
            """;

    private static final String PUBLISHED_SCHEMAS = """
            select 'publication ' || quote_ident(p.pubname) || ' of schema ' || quote_ident(n.nspname), 'whole'
              from pg_publication_namespace s
              join pg_publication p on p.oid = s.pnpubid
              join pg_namespace n on n.oid = s.pnnspid
            """;

    /** Without how it connects: a password is part of that. */
    private static final String SUBSCRIPTIONS = """
            select 'subscription ' || quote_ident(s.subname),
                   concat_ws(', ',
                       case when s.subenabled then 'enabled' else 'disabled' end,
                       'slot ' || s.subslotname,
                       'synchronous_commit ' || s.subsynccommit,
                       'publications ' || ${sorted(s.subpublications)},
                       'owner ' || pg_get_userbyid(s.subowner))
              from pg_subscription s
             where s.subdbid = (select oid from pg_database where datname = current_database())
            """;

    private static final int ROWS_AND_COLUMNS = 15;

    private Replication() {}

    static List<String> queries(int major) {
        return major < ROWS_AND_COLUMNS
                ? List.of(PUBLICATIONS, PUBLISHED_TABLES, SUBSCRIPTIONS)
                : List.of(PUBLICATIONS, PUBLISHED_PARTS, PUBLISHED_SCHEMAS, SUBSCRIPTIONS);
    }
}
