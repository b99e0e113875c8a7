package com.fataplus.migrations.postgres.catalog;

import java.util.List;

/** Schemas, extensions, foreign servers, and what can be said of any object. */
final class Environment {
    private static final String SCHEMAS = """
            select 'schema ' || quote_ident(n.nspname),
                   concat_ws(', ', 'owner ' || pg_get_userbyid(n.nspowner), ${privileges(n, n.nspacl, n.nspowner)})
              from ${schemas} n
             where ${own('pg_namespace', n.oid)}
            """;

    private static final String EXTENSIONS = """
            select 'extension ' || quote_ident(e.extname),
                   concat_ws(', ', 'version ' || e.extversion, 'schema ' || quote_ident(n.nspname),
                                   'owner ' || pg_get_userbyid(e.extowner))
              from pg_extension e
              join pg_namespace n on n.oid = e.extnamespace
            """;

    private static final String FOREIGN_DATA_WRAPPERS = """
            select 'foreign data wrapper ' || quote_ident(w.fdwname),
                   concat_ws(', ',
                       'handler ' || nullif(w.fdwhandler, 0)::regproc,
                       'validator ' || nullif(w.fdwvalidator, 0)::regproc,
                       'options ' || nullif(${sorted(w.fdwoptions)}, ''),
                       'owner ' || pg_get_userbyid(w.fdwowner),
                       ${privileges(F, w.fdwacl, w.fdwowner)})
              from pg_foreign_data_wrapper w
             where ${own('pg_foreign_data_wrapper', w.oid)}
            """;

    private static final String FOREIGN_SERVERS = """
            select 'server ' || quote_ident(s.srvname),
                   concat_ws(', ',
                       'foreign data wrapper ' || quote_ident(w.fdwname),
                       'type ' || s.srvtype,
                       'version ' || s.srvversion,
                       'options ' || nullif(${sorted(s.srvoptions)}, ''),
                       'owner ' || pg_get_userbyid(s.srvowner),
                       ${privileges(S, s.srvacl, s.srvowner)})
              from pg_foreign_server s
              join pg_foreign_data_wrapper w on w.oid = s.srvfdw
             where ${own('pg_foreign_server', s.oid)}
            """;

    /** Without options: passwords are among them. */
    private static final String USER_MAPPINGS = """
            select 'user mapping for ' || quote_ident(m.usename) || ' on server ' || quote_ident(m.srvname), 'exists'
              from pg_user_mappings m
            """;

    private static final String DEFAULT_PRIVILEGES = """
            select 'default privileges of ' || quote_ident(pg_get_userbyid(d.defaclrole))
                       || coalesce(' in schema ' || quote_ident(n.nspname), '') || ' on ' || d.defaclobjtype::text,
                   array_to_string(array(
                       select item::text from unnest(d.defaclacl) as item order by item::text collate "C"), ' ')
              from pg_default_acl d
              left join ${schemas} n on n.oid = d.defaclnamespace
             where d.defaclnamespace = 0 or n.oid is not null
            """;

    /**
     * Of all kinds of object. Those of the server itself have numbers below 16384, FirstNormalObjectId; the schema public is the one of
     * them that people comment on.
     */
    private static final String COMMENTS = """
            select 'comment on ' || o.type || ' ' || o.identity, d.description
              from pg_description d
             cross join lateral pg_identify_object(d.classoid, d.objoid, d.objsubid) as o
             where (d.objoid >= 16384 or d.classoid = 'pg_namespace'::regclass and d.objoid = (select oid from pg_namespace where nspname = 'public'))
               and ${own(d.classoid, d.objoid)}
               and (o.schema is null or o.schema in (select quote_ident(nspname) from ${schemas} n))
            """;

    private static final String SECURITY_LABELS = """
            select 'security label of ' || l.provider || ' on ' || o.type || ' ' || o.identity, l.label
              from pg_seclabel l
             cross join lateral pg_identify_object(l.classoid, l.objoid, l.objsubid) as o
             where ${own(l.classoid, l.objoid)}
            """;

    private Environment() {}

    static List<String> queries() {
        return List.of(
                SCHEMAS,
                EXTENSIONS,
                FOREIGN_DATA_WRAPPERS,
                FOREIGN_SERVERS,
                USER_MAPPINGS,
                DEFAULT_PRIVILEGES,
                COMMENTS,
                SECURITY_LABELS);
    }
}
