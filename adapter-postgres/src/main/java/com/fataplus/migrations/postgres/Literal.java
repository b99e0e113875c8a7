package com.fataplus.migrations.postgres;

/** Texts as SQL understands them, whatever standard_conforming_strings says. */
final class Literal {
    private Literal() {}

    /** In single quotes, whatever is in it. */
    static String quoted(String text) {
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.contains("\\") ? "E" + quoted.replace("\\", "\\\\") : quoted;
    }
}
