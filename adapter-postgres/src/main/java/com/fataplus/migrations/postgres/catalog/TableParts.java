package com.fataplus.migrations.postgres.catalog;

import java.util.List;

/** What hangs on a table. */
final class TableParts {
    /**
     * With the state of the triggers that check it. A foreign key to a partitioned table has a copy for each partition, named by chance;
     * those are left out.
     */
    private static final String CONSTRAINTS = """
            select 'constraint ' || quote_ident(k.conname) || ' on ' || c.oid::regclass,
                   concat_ws(' ',
                       pg_get_constraintdef(k.oid),
                       case when not k.convalidated then 'is not validated' end,
                       case when k.coninhcount > 0 then 'inherited ' || k.coninhcount || case when k.conislocal then ' and own' else '' end end,
                       (select 'triggers ' || string_agg(distinct t.tgenabled::text, ' ')
                          from pg_trigger t where t.tgconstraint = k.oid and t.tgisinternal and t.tgenabled <> 'O'))
              from pg_constraint k
              join pg_class c on c.oid = k.conrelid
              join ${schemas} n on n.oid = c.relnamespace
             where ${own('pg_class', c.oid)}
               and not exists (
                   select from pg_constraint parent where parent.oid = k.conparentid and parent.conrelid = k.conrelid)
            """;

    private static final String INDEXES = """
            select 'index ' || x.indexrelid::regclass,
                   concat_ws(', ',
                       pg_get_indexdef(x.indexrelid),
                       case when not x.indisvalid then 'invalid' end,
                       case when x.indisclustered then 'clustered on' end,
                       case when x.indisreplident then 'replica identity' end,
                       (select 'tablespace ' || quote_ident(s.spcname) from pg_tablespace s where s.oid = i.reltablespace),
                       (select 'part of ' || p.inhparent::regclass from pg_inherits p where p.inhrelid = x.indexrelid),
                       (select 'statistics ' || string_agg(a.attnum || ':' || a.attstattarget, ' ' order by a.attnum)
                          from pg_attribute a where a.attrelid = x.indexrelid and a.attstattarget >= 0))
              from pg_index x
              join pg_class i on i.oid = x.indexrelid
              join pg_class c on c.oid = x.indrelid
              join ${schemas} n on n.oid = c.relnamespace
             where ${own('pg_class', c.oid)}
            """;

    private static final String TRIGGERS = """
            select 'trigger ' || quote_ident(t.tgname) || ' on ' || c.oid::regclass,
                   concat_ws(', ',
                       pg_get_triggerdef(t.oid),
                       case when t.tgenabled <> 'O' then 'enabled ' || t.tgenabled::text end)
              from pg_trigger t
              join pg_class c on c.oid = t.tgrelid
              join ${schemas} n on n.oid = c.relnamespace
             where not t.tgisinternal and ${own('pg_class', c.oid)} and ${own('pg_trigger', t.oid)}
            """;

    /** A view's query is such a rule, too, and is told there. */
    private static final String RULES = """
            select 'rule ' || quote_ident(r.rulename) || ' on ' || c.oid::regclass,
                   concat_ws(', ',
                       pg_get_ruledef(r.oid),
                       case when r.ev_enabled <> 'O' then 'enabled ' || r.ev_enabled::text end)
              from pg_rewrite r
              join pg_class c on c.oid = r.ev_class
              join ${schemas} n on n.oid = c.relnamespace
             where r.rulename <> '_RETURN' and ${own('pg_class', c.oid)}
            """;

    private static final String POLICIES = """
            select 'policy ' || quote_ident(p.polname) || ' on ' || c.oid::regclass,
                   concat_ws(' ',
                       case when p.polpermissive then 'permissive' else 'restrictive' end,
                       'for ' || p.polcmd::text,
                       'to ' || array_to_string(array(
                           select case role when 0 then 'public' else quote_ident(pg_get_userbyid(role)) end
                             from unnest(p.polroles) as role
                            order by 1), ', '),
                       'using (' || pg_get_expr(p.polqual, p.polrelid) || ')',
                       'with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')')
              from pg_policy p
              join pg_class c on c.oid = p.polrelid
              join ${schemas} n on n.oid = c.relnamespace
             where ${own('pg_class', c.oid)}
            """;

    private static final String STATISTICS = """
            select 'statistics ' || quote_ident(n.nspname) || '.' || quote_ident(s.stxname),
                   concat_ws(', ',
                       pg_get_statisticsobjdef(s.oid),
                       'target ' || nullif(s.stxstattarget, -1),
                       'owner ' || pg_get_userbyid(s.stxowner))
              from pg_statistic_ext s
              join ${schemas} n on n.oid = s.stxnamespace
             where ${own('pg_statistic_ext', s.oid)}
            """;

    private TableParts() {}

    static List<String> queries() {
        return List.of(CONSTRAINTS, INDEXES, TRIGGERS, RULES, POLICIES, STATISTICS);
    }
}
