package com.fataplus.migrations.postgres;

import static java.util.Map.entry;
import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an administrator would have to run so that a role may do what the server refused. The server's message names the thing, though not its
 * schema; where it speaks another language than English, nothing is known.
 *
 * @param role who was refused
 */
public record Grants(String role) {
    /** insufficient_privilege */
    public static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static final Map<String, String> RIGHTS = Map.ofEntries(
            entry("database", "create on database"),
            entry("schema", "usage, create on schema"),
            entry("table", "all on table"),
            entry("view", "all on table"),
            entry("materialized view", "all on table"),
            entry("foreign table", "all on table"),
            entry("sequence", "all on sequence"),
            entry("function", "execute on function"),
            entry("procedure", "execute on procedure"),
            entry("type", "usage on type"),
            entry("language", "usage on language"),
            entry("tablespace", "create on tablespace"),
            entry("foreign-data wrapper", "usage on foreign data wrapper"),
            entry("foreign server", "usage on foreign server"),
            entry("large object", "select on large object"));

    private static final List<Rule> RULES = List.of(
            new Rule("permission denied for (" + String.join("|", RIGHTS.keySet()) + ") (.+)", Grants::right),
            new Rule("must be owner of (?:relation|table) (.+)", Grants::owner),
            new Rule(
                    "must be owner of (sequence|view|materialized view|foreign table|schema|database|type|function|procedure) (.+)",
                    Grants::ownerOfAKind),
            new Rule(
                    "(?:must be member of role|must be able to SET ROLE|permission denied to set role) \"(.+)\"",
                    Grants::membership),
            new Rule("permission denied to create role.*", attribute("createrole")),
            new Rule("permission denied to create database.*", attribute("createdb")),
            new Rule("query would be affected by row-level security.*", attribute("bypassrls")));

    public Grants {
        requireNonNull(role, "role");
    }

    /** The statement for the administrator, where the server's message tells enough. */
    public Optional<String> against(String message) {
        return RULES.stream()
                .flatMap(rule -> rule.apply(this, message).stream())
                .findFirst();
    }

    private Optional<String> right(MatchResult refused) {
        return Optional.ofNullable(RIGHTS.get(refused.group(1)))
                .map(right -> "grant " + right + " " + named(refused.group(1), refused.group(2)) + " to " + self());
    }

    /** A large object has a number for a name. */
    private static String named(String kind, String name) {
        return kind.equals("large object") ? name : Identifier.quoted(name);
    }

    private Optional<String> owner(MatchResult refused) {
        return changedOwner("table", refused.group(1));
    }

    private Optional<String> ownerOfAKind(MatchResult refused) {
        return changedOwner(refused.group(1), refused.group(2));
    }

    private Optional<String> changedOwner(String kind, String name) {
        return Optional.of("alter " + kind + " " + Identifier.quoted(name) + " owner to " + self());
    }

    private Optional<String> membership(MatchResult refused) {
        return Optional.of("grant " + Identifier.quoted(refused.group(1)) + " to " + self());
    }

    private static Sentence attribute(String attribute) {
        return (grants, refused) -> Optional.of("alter role " + grants.self() + " " + attribute);
    }

    private String self() {
        return Identifier.quoted(role);
    }

    @FunctionalInterface
    private interface Sentence {
        Optional<String> of(Grants grants, MatchResult refused);
    }

    private record Rule(Pattern pattern, Sentence sentence) {
        Rule(String pattern, Sentence sentence) {
            this(Pattern.compile(pattern), sentence);
        }

        Optional<String> apply(Grants grants, String message) {
            Matcher matcher = pattern.matcher(message);
            return matcher.matches() ? sentence.of(grants, matcher) : Optional.empty();
        }
    }
}
