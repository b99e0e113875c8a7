package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.ScriptsConfig.IdStyle;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Makes names for new revisions, in the style configured. */
final class RevisionNames {
    private static final long TWELVE_HEX_DIGITS = 1L << 48;
    private static final int MOST_DIGITS = 9;
    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

    private final IdStyle style;
    private final Clock clock;
    private final RandomGenerator random;

    RevisionNames(IdStyle style, Clock clock, RandomGenerator random) {
        this.style = requireNonNull(style, "style");
        this.clock = requireNonNull(clock, "clock");
        this.random = requireNonNull(random, "random");
    }

    /** A name that the graph does not have. */
    RevisionId next(RevisionGraph graph) {
        return candidates(graph)
                .map(RevisionId::new)
                .filter(id ->
                        graph.find(id).isEmpty() && graph.labelled(id.value()).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private Stream<String> candidates(RevisionGraph graph) {
        return switch (style) {
            case RANDOM -> Stream.generate(() -> "%012x".formatted(random.nextLong(TWELVE_HEX_DIGITS)));
            case TIMESTAMP ->
                Stream.iterate(clock.instant(), second -> second.plusSeconds(1)).map(TO_THE_SECOND::format);
            case SEQUENTIAL ->
                Stream.iterate(highest(graph) + 1, number -> number + 1).map("%03d"::formatted);
        };
    }

    private static int highest(RevisionGraph graph) {
        return graph.revisions().stream()
                .map(Revision::id)
                .map(RevisionId::value)
                .filter(text -> text.length() <= MOST_DIGITS && text.chars().allMatch(Character::isDigit))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }
}
