package com.fataplus.migrations.postgres;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What belongs to a database and not to its contents, as statements for another one of the same name: limit, privileges, settings, comment,
 * security labels. A dump does not have it.
 *
 * @param statements without the settings
 */
record DatabaseSettings(List<String> statements, List<Setting> settings) {
    private static final String STATEMENTS = """
            select format('alter database %I connection limit %s', datname, datconnlimit)
              from pg_catalog.pg_database where datname = current_database() and datconnlimit <> -1
            union all
            select format('alter database %I is_template true', datname)
              from pg_catalog.pg_database where datname = current_database() and datistemplate
            union all
            select format('comment on database %I is %L', datname, shobj_description(oid, 'pg_database'))
              from pg_catalog.pg_database
             where datname = current_database() and shobj_description(oid, 'pg_database') is not null
            union all
            select format('security label for %I on database %I is %L', l.provider, d.datname, l.label)
              from pg_catalog.pg_shseclabel l
              join pg_catalog.pg_database d on d.oid = l.objoid
             where l.classoid = 'pg_catalog.pg_database'::regclass and d.datname = current_database()
            """;

    /** In this order: first nobody has any, then each has its own. */
    private static final String PRIVILEGES = """
            select format('revoke all on database %I from public, %I', datname, pg_catalog.pg_get_userbyid(datdba))
              from pg_catalog.pg_database where datname = current_database() and datacl is not null
            union all
            select format('grant %s on database %I to %s%s', a.privilege_type, d.datname,
                          case a.grantee when 0 then 'public' else quote_ident(pg_catalog.pg_get_userbyid(a.grantee)) end,
                          case when a.is_grantable then ' with grant option' else '' end)
              from pg_catalog.pg_database d
             cross join lateral pg_catalog.aclexplode(d.datacl) as a
             where d.datname = current_database()
            """;

    private static final String SETTINGS = """
            select case s.setrole when 0 then null else pg_catalog.pg_get_userbyid(s.setrole) end as role, setting
              from pg_catalog.pg_db_role_setting s, unnest(s.setconfig) as setting
             where s.setdatabase = (select oid from pg_catalog.pg_database where datname = current_database())
            """;

    DatabaseSettings {
        statements = List.copyOf(statements);
        settings = List.copyOf(settings);
    }

    /** Of the database that the session is in. */
    static DatabaseSettings of(Sql sql) {
        return ServerFailures.doing("read the settings of the database", () -> {
            List<String> statements = new ArrayList<>(sql.rows(STATEMENTS, row -> row.getString(1)));
            statements.addAll(sql.rows(PRIVILEGES, row -> row.getString(1)));
            return new DatabaseSettings(
                    statements,
                    sql.rows(
                            SETTINGS,
                            row -> Setting.of(Optional.ofNullable(row.getString("role")), row.getString("setting"))));
        });
    }

    /** Everything that has to happen as one: who has which name, and all that goes with the name. */
    List<String> swap(String name, String aside, String successor) {
        List<String> work = new ArrayList<>();
        work.add(rename(name, aside));
        work.add(rename(successor, name));
        work.addAll(statements);
        settings.forEach(setting -> work.add(setting.statement(name)));
        return work;
    }

    private static String rename(String from, String to) {
        return "alter database " + Identifier.quoted(from) + " rename to " + Identifier.quoted(to);
    }

    /** A setting for everybody, or for a role, in the database. */
    record Setting(Optional<String> role, String name, String value) {
        /** Their values are lists of names, each of which is quoted alone. */
        private static final Set<String> LISTS = Set.of(
                "local_preload_libraries",
                "search_path",
                "session_preload_libraries",
                "shared_preload_libraries",
                "temp_tablespaces",
                "unix_socket_directories");

        private static final Pattern ELEMENT = Pattern.compile("\\s*(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))\\s*(?:,|$)");

        static Setting of(Optional<String> role, String setting) {
            int equals = setting.indexOf('=');
            return new Setting(role, setting.substring(0, equals), setting.substring(equals + 1));
        }

        String statement(String database) {
            String subject = role.map(name -> "alter role " + Identifier.quoted(name) + " in database ")
                    .orElse("alter database ");
            String parts =
                    List.of(name.split("\\.")).stream().map(Identifier::quoted).collect(joining("."));
            return subject + Identifier.quoted(database) + " set " + parts + " to "
                    + (LISTS.contains(name) ? list() : SqlLiteral.of(value));
        }

        private String list() {
            List<String> elements = new ArrayList<>();
            Matcher matcher = ELEMENT.matcher(value);
            for (int at = 0; at < value.length() && matcher.find(at); at = matcher.end()) {
                elements.add(
                        matcher.group(1) == null
                                ? matcher.group(2).strip()
                                : matcher.group(1).replace("\"\"", "\""));
            }
            return elements.isEmpty()
                    ? "''"
                    : elements.stream().map(SqlLiteral::of).collect(joining(", "));
        }
    }
}
