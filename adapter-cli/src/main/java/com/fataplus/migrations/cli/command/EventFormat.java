package com.fataplus.migrations.cli.command;

import java.util.List;
import java.util.Locale;

/** The form of progress on standard error. */
public enum EventFormat {
    /** For people. */
    TEXT,
    /** One JSON document a line. */
    NDJSON;

    /** What the raw arguments ask for, for arguments that cannot be parsed. */
    public static EventFormat askedFor(List<String> arguments) {
        int option = arguments.indexOf("--events");
        boolean ndjson = arguments.stream().anyMatch("--events=ndjson"::equalsIgnoreCase)
                || (option >= 0
                        && option + 1 < arguments.size()
                        && arguments.get(option + 1).equalsIgnoreCase("ndjson"));
        return ndjson ? NDJSON : TEXT;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
