package com.fataplus.migrations.filesystem.config;

import static java.util.stream.Collectors.joining;

/** The fata.toml of a new project: everything that can be set, commented out, with its default or an example. */
public final class ConfigTemplate {
    private ConfigTemplate() {}

    /** The whole text. */
    public static String text() {
        return """
                # What can be set, with what holds unless it is. An option goes before the environment, that before .env
                # beside this file, that before this file. Each key has a name in the environment, too: FATA_RUN_LOCK_WAIT.
                # What is in force and where it comes from: fata config
                """ + Keys.tables().stream().map(ConfigTemplate::table).collect(joining());
    }

    /** A value as fata.toml writes it: the default, else an example. */
    static String value(Key<?> key) {
        String value = key.fallback().or(key::example).orElseThrow();
        return switch (key.type().form()) {
            case TEXT, FILE, TEXTS -> '"' + value + '"';
            case NUMBER, TRUTH -> value;
        };
    }

    private static String table(String table) {
        return "\n[" + table + "]\n"
                + Keys.ALL.stream()
                        .filter(key -> key.table().equals(table))
                        .map(ConfigTemplate::key)
                        .collect(joining("\n"));
    }

    private static String key(Key<?> key) {
        String alsoKnownAs = key.borrowed().isEmpty() ? "" : " (" + String.join(", ", key.borrowed()) + ")";
        return "# " + key.meaning() + alsoKnownAs + ".\n# " + key.property() + " = " + value(key) + "\n";
    }
}
