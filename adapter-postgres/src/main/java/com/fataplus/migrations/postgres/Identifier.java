package com.fataplus.migrations.postgres;

/** Names as SQL understands them. */
final class Identifier {
    private Identifier() {}

    /** In double quotes, whatever is in it. */
    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
