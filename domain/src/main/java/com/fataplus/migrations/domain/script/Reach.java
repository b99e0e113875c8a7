package com.fataplus.migrations.domain.script;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds statements that reach beyond the database they run in: to roles, other databases, the server's files and settings, other servers.
 * Bodies of functions and DO blocks are searched like the rest, so that it finds too much rather than too little; what a body puts together
 * from pieces stays hidden.
 */
public final class Reach {
    private static final String OBJECT = "(role|user(?!\\s+mapping)|group|database|tablespace|subscription)\\b";

    private static final Pattern BEYOND = Pattern.compile(
            Stream.of(
                            "\\b(create|alter|drop)\\s+" + OBJECT,
                            "\\bon\\s+(database|tablespace|parameter|role|subscription)\\b",
                            "\\b(reassign|drop)\\s+owned\\b",
                            "\\balter\\s+system\\b",
                            "\\bset\\s+session\\s+authorization\\b",
                            "^(grant|revoke)\\b(?![\\s\\S]*\\bon\\b)",
                            "^copy\\b[\\s\\S]*\\b(program\\b|to\\s+')",
                            "^load\\b",
                            "^checkpoint\\b",
                            "\\b(prepare\\s+transaction|(commit|rollback)\\s+prepared)\\b",
                            "\\bdblink\\w*\\s*\\(",
                            "\\blo_(im|ex)port\\s*\\(",
                            "\\bpg_(create|copy|drop)_\\w*(slot|restore_point)\\s*\\(",
                            "\\bpg_replication_\\w+\\s*\\(",
                            "\\bpg_(terminate_backend|cancel_backend|reload_conf|rotate_logfile|promote|switch_wal)\\s*\\(",
                            "\\bpg_(file_\\w+|read_\\w*file|wal_replay_\\w+|start_backup|backup_\\w+)\\s*\\(")
                    .reduce((one, other) -> one + "|" + other)
                    .orElseThrow(),
            Pattern.CASE_INSENSITIVE);

    private Reach() {}

    /** The words by which it reaches beyond its database; empty where it stays within. */
    public static Optional<String> beyondDatabase(Statement statement) {
        Matcher found = BEYOND.matcher(statement.text());
        return found.find() ? Optional.of(found.group().strip().replaceAll("\\s+", " ")) : Optional.empty();
    }
}
