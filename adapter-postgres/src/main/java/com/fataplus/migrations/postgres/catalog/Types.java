package com.fataplus.migrations.postgres.catalog;

import java.util.List;

/** Types and what is defined for them. */
final class Types {
    /** Row types of tables and array types come with what they are for. A composite type's attributes are among the columns. */
    private static final String TYPES = """
            select case t.typtype when 'd' then 'domain ' else 'type ' end || t.oid::regtype,
                   concat_ws(', ',
                       case t.typtype
                           when 'e' then 'enum ' || array_to_string(array(
                               select quote_literal(enumlabel) from pg_enum where enumtypid = t.oid order by enumsortorder), ', ')
                           when 'c' then 'composite'
                           when 'd' then concat_ws(' ',
                               format_type(t.typbasetype, t.typtypmod),
                               case when t.typcollation <> b.typcollation then 'collate ' || t.typcollation::regcollation end,
                               case when t.typnotnull then 'not null' end,
                               'default ' || t.typdefault)
                           when 'r' then (
                               select concat_ws(' ', 'range of', r.rngsubtype::regtype,
                                          'operator class ' || (select opcname from pg_opclass where oid = r.rngsubopc),
                                          'collate ' || nullif(r.rngcollation, 0)::regcollation,
                                          'canonical ' || nullif(r.rngcanonical, 0)::regproc,
                                          'difference ' || nullif(r.rngsubdiff, 0)::regproc,
                                          'multirange ' || r.rngmultitypid::regtype)
                                 from pg_range r where r.rngtypid = t.oid)
                           else concat_ws(' ', case when t.typisdefined then 'base' else 'shell' end,
                               t.typinput::regproc, t.typoutput::regproc, nullif(t.typreceive, 0)::regproc,
                               nullif(t.typsend, 0)::regproc, nullif(t.typmodin, 0)::regproc, nullif(t.typmodout, 0)::regproc,
                               t.typlen, t.typbyval, t.typalign, t.typstorage, t.typcategory, t.typispreferred, t.typdelim,
                               t.typdefault)
                       end,
                       'owner ' || pg_get_userbyid(t.typowner),
                       ${privileges(T, t.typacl, t.typowner)})
              from pg_type t
              join ${schemas} n on n.oid = t.typnamespace
              left join pg_type b on b.oid = t.typbasetype
              left join pg_class c on c.oid = t.typrelid
             where t.typtype <> 'm'
               and (t.typtype <> 'c' or c.relkind = 'c')
               and not exists (select from pg_type element where element.typarray = t.oid)
               and ${own('pg_type', t.oid)}
            """;

    private static final String DOMAIN_CONSTRAINTS = """
            select 'constraint ' || quote_ident(k.conname) || ' on domain ' || t.oid::regtype,
                   concat_ws(' ', pg_get_constraintdef(k.oid), case when not k.convalidated then 'is not validated' end)
              from pg_constraint k
              join pg_type t on t.oid = k.contypid
              join ${schemas} n on n.oid = t.typnamespace
             where ${own('pg_type', t.oid)}
            """;

    /** How the locale's columns are called differs between versions; all of them are told by name, but for what is found elsewhere. */
    private static final String COLLATIONS = """
            select 'collation ' || c.oid::regcollation,
                   concat_ws(', ',
                       (to_jsonb(c) - '{oid,collname,collnamespace,collowner,collversion}'::text[])::text,
                       'owner ' || pg_get_userbyid(c.collowner))
              from pg_collation c
              join ${schemas} n on n.oid = c.collnamespace
             where ${own('pg_collation', c.oid)}
            """;

    private static final String CONVERSIONS = """
            select 'conversion ' || quote_ident(n.nspname) || '.' || quote_ident(c.conname),
                   concat_ws(', ',
                       'from ' || pg_encoding_to_char(c.conforencoding) || ' to ' || pg_encoding_to_char(c.contoencoding),
                       'by ' || c.conproc::regproc,
                       case when c.condefault then 'default' end,
                       'owner ' || pg_get_userbyid(c.conowner))
              from pg_conversion c
              join ${schemas} n on n.oid = c.connamespace
             where ${own('pg_conversion', c.oid)}
            """;

    /** Those that initdb made have numbers below 16384, FirstNormalObjectId. */
    private static final String CASTS = """
            select 'cast (' || c.castsource::regtype || ' as ' || c.casttarget::regtype || ')',
                   concat_ws(' ',
                       case c.castmethod when 'f' then 'with ' || c.castfunc::regprocedure
                                         when 'i' then 'with inout' else 'without function' end,
                       case c.castcontext when 'i' then 'implicit' when 'a' then 'as assignment' else 'explicit' end)
              from pg_cast c
             where c.oid >= 16384 and ${own('pg_cast', c.oid)}
            """;

    private static final String TRANSFORMS = """
            select 'transform for ' || t.trftype::regtype || ' language ' || quote_ident(l.lanname),
                   concat_ws(' ', 'from sql ' || nullif(t.trffromsql, 0)::regprocedure,
                                  'to sql ' || nullif(t.trftosql, 0)::regprocedure)
              from pg_transform t
              join pg_language l on l.oid = t.trflang
             where t.oid >= 16384 and ${own('pg_transform', t.oid)}
            """;

    private Types() {}

    static List<String> queries() {
        return List.of(TYPES, DOMAIN_CONSTRAINTS, COLLATIONS, CONVERSIONS, CASTS, TRANSFORMS);
    }
}
