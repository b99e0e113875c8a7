package com.fataplus.migrations.application.usecase;

import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From where to where a script leads, as typed: {@code from:to}.
 *
 * @param from the heads that it begins at, given as {@code a,b:to}; none for base
 */
record OfflineRange(List<String> from, List<String> targets) {
    OfflineRange {
        from = List.copyOf(from);
        targets = List.copyOf(targets);
    }

    static OfflineRange upgrade(String text) {
        OfflineRange range = parse(text);
        return range.target().isEmpty() ? new OfflineRange(range.from, List.of("heads")) : range;
    }

    static OfflineRange downgrade(String text) {
        OfflineRange range = parse(text);
        if (range.from.isEmpty() || range.target().isEmpty()) {
            throw wrong(
                    text,
                    "a downgrade without a database has to be told where it begins and where it ends",
                    "fata downgrade FROM:TO --sql");
        }
        return range;
    }

    static OfflineRange stamp(List<String> texts) {
        List<OfflineRange> ranges = texts.stream().map(OfflineRange::parse).toList();
        for (int i = 0; i < ranges.size(); i++) {
            if (!ranges.get(i).from.equals(ranges.getFirst().from)) {
                throw wrong(
                        texts.get(i), "all ranges have to begin at the same place", "fata stamp FROM:A FROM:B --sql");
            }
            if (ranges.get(i).target().isEmpty()) {
                throw wrong(texts.get(i), "a stamp has to be told where it ends", "fata stamp FROM:TO --sql");
            }
        }
        return new OfflineRange(
                ranges.getFirst().from,
                ranges.stream().map(OfflineRange::target).toList());
    }

    /** The one target of a range. */
    String target() {
        return targets.getFirst();
    }

    private static OfflineRange parse(String text) {
        String[] ends = text.split(":", -1);
        return switch (ends.length) {
            case 1 -> new OfflineRange(List.of(), List.of(text));
            case 2 ->
                new OfflineRange(
                        Stream.of(ends[0].split(","))
                                .filter(name -> !name.isEmpty())
                                .toList(),
                        List.of(ends[1]));
            default -> throw wrong(text, "a range has two ends", "FROM:TO, as base:heads");
        };
    }

    private static MigrationException wrong(String text, String reason, String remedy) {
        return new MigrationException(
                new InputFailure.BadRequest("offline.range", "'" + text + "': " + reason, Optional.of(remedy)));
    }
}
