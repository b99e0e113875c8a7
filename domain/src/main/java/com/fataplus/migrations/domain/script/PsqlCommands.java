package com.fataplus.migrations.domain.script;

/** What people find in files made for psql and what to write in its place. */
final class PsqlCommands {
    private PsqlCommands() {}

    /** The fault that a backslash at {@code start} is; {@code rest} is its line from there on. */
    static Piece.Fault fault(int start, String rest) {
        String name = name(rest);
        return new Piece.Fault(
                start,
                "script.psql-command",
                name + " is a command of psql, which the server does not know",
                hint(name));
    }

    private static String name(String rest) {
        int end = 1;
        while (end < rest.length() && (Character.isLetter(rest.charAt(end)) || rest.charAt(end) == '_')) {
            end++;
        }
        // Commands such as \! and \. have one sign for a name.
        return rest.substring(0, Math.min(rest.length(), Math.max(end, 2)));
    }

    private static String hint(String name) {
        return switch (name) {
            case "\\restrict", "\\unrestrict" -> "remove the line: pg_dump writes it for psql alone";
            case "\\i", "\\include", "\\ir", "\\include_relative" -> "put the statements of that file here";
            case "\\copy" -> "write COPY ... FROM stdin; and the data below it, ended by a line that says \\.";
            case "\\." -> "remove the line: no COPY ... FROM stdin; stands above it";
            case "\\;" -> "write ; alone";
            case "\\g", "\\gx" -> "end the statement with ;";
            case "\\gexec" -> "EXECUTE the statements in a DO block";
            case "\\c", "\\connect" -> "remove the line: the configuration names the database";
            case "\\set", "\\gset", "\\getenv", "\\prompt", "\\unset" -> "write the value where it is used";
            case "\\if", "\\elif", "\\else", "\\endif" -> "decide in a DO block";
            case "\\echo", "\\qecho", "\\warn" -> "remove the line, or RAISE NOTICE in a DO block";
            default -> "remove it, or say it in SQL";
        };
    }
}
