package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A DO block that makes the server read a statement and run nothing: PL/pgSQL reads its statements when it is compiled, and the first of this
 * block returns.
 *
 * @param sql the block
 * @param prefix how many characters of it stand before the statement
 */
record SyntaxProbe(String sql, int prefix) {
    /** What begins so means the same to PL/pgSQL. Others, such as BEGIN, FETCH or CLOSE, are words of its own. */
    private static final Set<String> ALIKE = Set.of(
            "ALTER",
            "ANALYZE",
            "CHECKPOINT",
            "CLUSTER",
            "COMMENT",
            "COPY",
            "CREATE",
            "DELETE",
            "DISCARD",
            "DO",
            "DROP",
            "EXPLAIN",
            "GRANT",
            "IMPORT",
            "INSERT",
            "LISTEN",
            "LOAD",
            "LOCK",
            "MERGE",
            "NOTIFY",
            "REASSIGN",
            "REFRESH",
            "REINDEX",
            "RESET",
            "REVOKE",
            "SECURITY",
            "SELECT",
            "SET",
            "SHOW",
            "TRUNCATE",
            "UNLISTEN",
            "UPDATE",
            "VACUUM",
            "VALUES",
            "WITH");

    private static final Pattern WORD = Pattern.compile("^[A-Za-z]+");

    private static final Pattern QUOTED = Pattern.compile("(\\$\\w*\\$)[\\s\\S]*?\\1|'[^']*'");

    /** PL/pgSQL takes INTO for its own: SELECT INTO would not make a table there. */
    private static final Pattern INTO = Pattern.compile(
            "(?<!\\binsert\\s{1,9})(?<!\\bmerge\\s{1,9})(?<!\\bimport\\s{1,9})\\binto\\b", Pattern.CASE_INSENSITIVE);

    /** The other parser reads these, too; sent whole they would only take time. */
    private static final int LONGEST = 1 << 20;

    SyntaxProbe {
        requireNonNull(sql, "sql");
    }

    /** The probe of a statement; empty where PL/pgSQL would see something else in it. */
    static Optional<SyntaxProbe> of(String text, RandomGenerator random) {
        return text.length() <= LONGEST && isAlike(text) ? Optional.of(around(text, random)) : Optional.empty();
    }

    private static boolean isAlike(String text) {
        String first = WORD.matcher(text)
                .results()
                .map(found -> found.group().toUpperCase(Locale.ROOT))
                .collect(Collectors.joining());
        return ALIKE.contains(first)
                && !INTO.matcher(QUOTED.matcher(text).replaceAll("''")).find();
    }

    /** The tag is new each time and does not stand in the text, which thus cannot end the block and go on with commands. */
    private static SyntaxProbe around(String text, RandomGenerator random) {
        String tag;
        do {
            tag = "$fata_%016x$".formatted(random.nextLong());
        } while (text.contains(tag.substring(1, tag.length() - 1)));
        String before = "do " + tag + " begin return; ";
        return new SyntaxProbe(before + text + "\n;end " + tag, before.length());
    }
}
