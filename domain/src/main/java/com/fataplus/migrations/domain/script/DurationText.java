package com.fataplus.migrations.domain.script;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** Durations as PostgreSQL's settings spell them: {@code 500ms}, {@code 2s}, {@code 5min}, {@code 1h}, {@code 1d}. */
public final class DurationText {
    /** The server counts timeouts in milliseconds and has 31 bits for them: a little less than 25 days. */
    public static final Duration LONGEST_TIMEOUT = Duration.ofMillis(Integer.MAX_VALUE);

    private static final int MOST_DIGITS = 10;

    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "ms", ChronoUnit.MILLIS,
            "s", ChronoUnit.SECONDS,
            "min", ChronoUnit.MINUTES,
            "h", ChronoUnit.HOURS,
            "d", ChronoUnit.DAYS);

    private DurationText() {}

    /** The duration; empty where the text is none. */
    public static Optional<Duration> parse(String text) {
        int digits = 0;
        while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
            digits++;
        }
        if (digits == 0 || digits > MOST_DIGITS) {
            return Optional.empty();
        }
        long number = Long.parseLong(text.substring(0, digits));
        return Optional.ofNullable(UNITS.get(text.substring(digits))).map(unit -> Duration.of(number, unit));
    }

    /** The duration; empty where the text is none or is longer than the server takes. */
    static Optional<Duration> parseTimeout(String text) {
        return parse(text).filter(duration -> duration.compareTo(LONGEST_TIMEOUT) <= 0);
    }
}
