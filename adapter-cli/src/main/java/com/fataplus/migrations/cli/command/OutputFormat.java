package com.fataplus.migrations.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The form of answers on standard output. */
public enum OutputFormat {
    TEXT,
    JSON;

    /** What the raw arguments ask for, for answers to arguments that cannot be parsed. */
    public static Optional<OutputFormat> askedFor(List<String> arguments) {
        return arguments.contains("--output=json") || followedBy(arguments, "--output", "json")
                ? Optional.of(JSON)
                : Optional.empty();
    }

    private static boolean followedBy(List<String> arguments, String option, String value) {
        int place = arguments.indexOf(option);
        return place >= 0
                && place + 1 < arguments.size()
                && arguments.get(place + 1).equalsIgnoreCase(value);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
