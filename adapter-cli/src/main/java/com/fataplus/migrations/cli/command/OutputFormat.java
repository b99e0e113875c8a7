package com.fataplus.migrations.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The form of answers on standard output. */
public enum OutputFormat {
    TEXT,
    JSON,
    /** For what finds problems in files. */
    SARIF;

    /** What the raw arguments ask for, for answers to arguments that cannot be parsed. */
    public static Optional<OutputFormat> askedFor(List<String> arguments) {
        return Stream.of(values())
                .filter(format -> arguments.contains("--output=" + format)
                        || followedBy(arguments, "--output", format.toString()))
                .findFirst();
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
