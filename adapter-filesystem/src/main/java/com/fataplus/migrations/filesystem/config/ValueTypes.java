package com.fataplus.migrations.filesystem.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.application.config.Secret;
import com.fataplus.migrations.domain.script.DurationText;
import com.fataplus.migrations.filesystem.script.FileNameTemplate;
import java.io.File;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The sorts of values that settings have. */
final class ValueTypes {
    /** PostgreSQL cuts longer names off. */
    private static final int LONGEST_NAME_BYTES = 63;

    private static final Pattern HOST = Pattern.compile("[^\\s/@,:]+|[0-9A-Fa-f:.]+(%\\w+)?");

    private ValueTypes() {}

    static ValueType<String> text() {
        return ValueType.of(ValueType.Form.TEXT, "a text", ValueTypes::printable);
    }

    /** A path; relative ones in fata.toml begin at its folder. */
    static ValueType<String> file() {
        return ValueType.of(ValueType.Form.FILE, "a path", ValueTypes::printable);
    }

    static ValueType<String> host() {
        return ValueType.of(
                ValueType.Form.TEXT,
                "the name or address of one host (connections go over TCP)",
                text -> Optional.of(text).filter(HOST.asMatchPredicate()));
    }

    static ValueType<Integer> wholeNumber(int least, int most) {
        String takes = most == Integer.MAX_VALUE
                ? "a whole number from " + least + " on"
                : "a whole number from " + least + " to " + most;
        return ValueType.of(
                ValueType.Form.NUMBER,
                takes,
                text -> Optional.of(text)
                        .filter(digits -> digits.matches("[0-9]{1,9}"))
                        .map(Integer::valueOf)
                        .filter(number -> number >= least && number <= most));
    }

    static ValueType<Duration> duration(Duration least, Duration most) {
        String takes = "a duration as 500ms, 60s, 10min, 2h or 30d"
                + (least.isZero() ? "" : ", " + shortest(least) + " at least")
                + (most.compareTo(Keys.CENTURY) < 0 ? ", " + most.toDays() + "d at most" : "");
        return ValueType.of(
                ValueType.Form.TEXT,
                takes,
                text -> DurationText.parse(text)
                        .filter(duration -> duration.compareTo(least) >= 0 && duration.compareTo(most) <= 0));
    }

    /** A duration, or whole seconds without a unit. */
    static ValueType<Duration> durationOrSeconds(Duration least, Duration most) {
        ValueType<Duration> duration = duration(least, most);
        return new ValueType<>(
                duration.form(), text -> duration.read(text.matches("[0-9]+") ? text + "s" : text), duration.mask());
    }

    /** One of the enum's constants, in lower case. */
    static <E extends Enum<E>> ValueType<E> oneOf(Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        String takes = "one of " + constants.stream().map(ValueTypes::word).collect(joining(", "));
        return ValueType.of(
                ValueType.Form.TEXT,
                takes,
                text -> constants.stream()
                        .filter(constant -> word(constant).equals(text))
                        .findFirst());
    }

    static ValueType<String> oneOf(String... words) {
        return ValueType.of(
                ValueType.Form.TEXT,
                "one of " + String.join(", ", words),
                text -> Arrays.stream(words).filter(text::equals).findFirst());
    }

    /** A schema that may be ours alone. */
    static ValueType<String> schema() {
        return ValueType.of(
                ValueType.Form.TEXT,
                "the name of a schema of its own, 63 bytes at most and not beginning with pg_",
                text -> printable(text)
                        .filter(name -> name.getBytes(UTF_8).length <= LONGEST_NAME_BYTES)
                        .filter(name -> !name.startsWith("pg_") && !name.equals("information_schema")));
    }

    /** Paths with the system's path separator between them. */
    static ValueType<List<String>> folders() {
        return ValueType.of(
                ValueType.Form.TEXTS,
                "one folder or several, each once",
                text -> Optional.of(List.of(text.split(File.pathSeparator, -1)))
                        .filter(paths ->
                                paths.stream().allMatch(path -> printable(path).isPresent()))
                        .filter(paths -> Set.copyOf(paths).size() == paths.size()));
    }

    /** One of two things, chosen by true or false. */
    static <E> ValueType<E> either(E whenTrue, E whenFalse) {
        return ValueType.of(ValueType.Form.TRUTH, "true or false", text -> switch (text) {
            case "true" -> Optional.of(whenTrue);
            case "false" -> Optional.of(whenFalse);
            default -> Optional.empty();
        });
    }

    /** By the name that people give it, as {@code Europe/Paris}; offsets know no summer time. */
    static ValueType<ZoneId> zone() {
        return new ValueType<>(
                ValueType.Form.TEXT,
                // The list of all names takes a while to read, and most never need it.
                text -> text.equals("UTC") || ZoneId.getAvailableZoneIds().contains(text)
                        ? new Reading.Sound<>(ZoneId.of(text))
                        : new Reading.Wrong<>("takes the name of a time zone as Europe/Paris, not '" + text + "'"
                                + DidYouMean.suffix(text, ZoneId.getAvailableZoneIds())),
                UnaryOperator.identity());
    }

    static ValueType<String> fileTemplate() {
        return new ValueType<>(
                ValueType.Form.TEXT,
                text -> FileNameTemplate.problemWith(text)
                        .<Reading<String>>map(problem -> new Reading.Wrong<>("is no file name: " + problem))
                        .orElseGet(() -> new Reading.Sound<>(text)),
                UnaryOperator.identity());
    }

    static ValueType<Secret> secret() {
        return new ValueType<>(
                ValueType.Form.TEXT,
                text -> text.isEmpty() ? new Reading.Wrong<>("is empty") : new Reading.Sound<>(new Secret(text)),
                text -> Secret.MASK);
    }

    static ValueType<DatabaseUrl> databaseUrl() {
        return new ValueType<>(ValueType.Form.TEXT, DatabaseUrl::read, DatabaseUrl::masked);
    }

    private static Optional<String> printable(String text) {
        return Optional.of(text)
                .filter(value -> !value.isBlank() && value.chars().noneMatch(Character::isISOControl));
    }

    private static String shortest(Duration duration) {
        return duration.toMillisPart() == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
