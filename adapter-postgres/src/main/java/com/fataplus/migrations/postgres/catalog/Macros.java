package com.fataplus.migrations.postgres.catalog;

import static java.util.Objects.requireNonNull;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the catalog queries have in common, written once.
 *
 * <ul>
 *   <li>{@code ${schemas}}: the schemas to look into
 *   <li>{@code ${own('pg_class', c.oid)}}: true where no extension brought the object
 *   <li>{@code ${privileges(r, c.relacl, c.relowner)}}: who may do what, sorted; those that come by default are spelled out, because
 *       PostgreSQL spells them out after the first GRANT and REVOKE
 *   <li>{@code ${sorted(c.reloptions)}}: the elements of an array of texts
 * </ul>
 */
record Macros(String ledgerSchema) {
    private static final Pattern MACRO = Pattern.compile("\\$\\{(\\w+)(?:\\(([^)]*)\\))?}");

    Macros {
        requireNonNull(ledgerSchema, "ledgerSchema");
    }

    String expand(String query) {
        return MACRO.matcher(query).replaceAll(macro -> Matcher.quoteReplacement(expansion(macro)));
    }

    private String expansion(MatchResult macro) {
        String[] arguments =
                macro.group(2) == null ? new String[0] : macro.group(2).split(",\\s*", -1);
        return switch (macro.group(1)) {
            case "schemas" ->
                "(select * from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', '"
                        + ledgerSchema.replace("'", "''") + "'))";
            case "own" -> """
                not exists (select from pg_depend where classid = %s::regclass and objid = %s and deptype = 'e')""".formatted((Object[]) arguments);
            case "privileges" -> """
                'privileges ' || array_to_string(array(
                    select item::text from unnest(coalesce(%2$s, acldefault('%1$s', %3$s))) as item
                     order by item::text collate "C"), ' ')""".formatted((Object[]) arguments);
            case "sorted" -> """
                array_to_string(array(select item from unnest(%s) as item order by item collate "C"), ', ')""".formatted((Object[]) arguments);
            default -> throw new IllegalArgumentException("no such macro: " + macro.group());
        };
    }
}
