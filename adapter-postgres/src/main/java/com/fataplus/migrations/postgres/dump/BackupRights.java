package com.fataplus.migrations.postgres.dump;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.postgres.Grants;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What pg_dump was not allowed to read, and what would allow it. A backup reads everything, so one right to read everything is worth more than
 * a grant for the table that happened to come first.
 */
record BackupRights(String role) {
    private static final Pattern REFUSED = Pattern.compile("ERROR: +(.+)");
    private static final Pattern READING = Pattern.compile("permission denied for (?:table|sequence|schema|view) .+");

    BackupRights {
        requireNonNull(role, "role");
    }

    /** The advice, where what pg_dump said is about rights. */
    Optional<String> against(String errors) {
        return REFUSED.matcher(errors)
                .results()
                .map(result -> result.group(1))
                .flatMap(message -> grant(message).stream())
                .map(grant -> "ask an administrator to run: " + grant + "; or go without: --no-backup")
                .findFirst();
    }

    private Optional<String> grant(String message) {
        Matcher reading = READING.matcher(message);
        return reading.matches()
                ? Optional.of("grant pg_read_all_data to \"" + role.replace("\"", "\"\"") + "\"")
                : new Grants(role).against(message);
    }
}
