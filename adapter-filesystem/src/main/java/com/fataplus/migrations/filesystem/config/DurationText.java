package com.fataplus.migrations.filesystem.config;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as PostgreSQL's settings spell them: {@code 500ms}, {@code 2s}, {@code 5min}, {@code 1h}, {@code 30d}. */
final class DurationText {
    /** The server counts timeouts in milliseconds and has 31 bits for them. */
    static final Duration SERVERS_LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

    /** A century: longer is a slip of the finger. */
    static final Duration LONGEST = Duration.ofDays(36_500);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,9})\\s?(ms|s|min|h|d)");
    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "min", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);

    private DurationText() {}

    static Optional<Duration> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(Duration.of(Long.parseLong(form.group(1)), UNITS.get(form.group(2))))
                : Optional.empty();
    }

    static String of(Duration duration) {
        return duration.toMillisPart() == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }
}
