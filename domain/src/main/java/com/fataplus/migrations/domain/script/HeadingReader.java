package com.fataplus.migrations.domain.script;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Reads section markers: {@code -- migrate:up}, {@code -- migrate:down}, each with options {@code key:value} behind it, or
 * {@code -- migrate:down irreversible: reason}. All of it is lower case.
 */
final class HeadingReader {
    private static final String IRREVERSIBLE = "irreversible";

    private final SourceText source;
    private final List<ScriptProblem> problems;

    /** A reader that adds what is wrong to {@code problems}. */
    HeadingReader(SourceText source, List<ScriptProblem> problems) {
        this.source = requireNonNull(source, "source");
        this.problems = requireNonNull(problems, "problems");
    }

    /** What the marker says; empty where it names no section that we know. */
    Optional<Heading> read(Piece.Marker marker) {
        String text = source.text();
        if (SectionMarker.endOfTextAbove(text, marker.start()).isEmpty()) {
            problem(
                    marker.start(),
                    "script.misplaced-marker",
                    "a section marker stands on a line of its own",
                    "begin a new line here");
        }
        int nameStart = SectionMarker.nameStart(text, marker.start()).orElseThrow();
        String name = text.substring(nameStart, marker.end()).split("\\s", 2)[0];
        int nameEnd = nameStart + name.length();
        return switch (name) {
            case "up" -> Optional.of(runs(Direction.UP, nameEnd, marker.end()));
            case "down" -> Optional.of(down(nameEnd, marker.end()));
            default -> {
                problem(nameStart, "script.unknown-marker", "there is no section '" + name + "'", similar(name));
                yield Optional.empty();
            }
        };
    }

    private static String similar(String name) {
        return Similar.to(name, List.of("up", "down"))
                .map(section -> "did you mean '-- migrate:" + section + "'?")
                .orElse("sections begin with '-- migrate:up' and '-- migrate:down'");
    }

    private Heading runs(Direction direction, int start, int end) {
        List<Word> words = Word.between(source.text(), start, end);
        return new Heading.Runs(direction, new SectionOptionsReader(source, problems).read(words));
    }

    private Heading down(int start, int end) {
        int word = SectionMarker.afterBlanks(source.text(), start);
        String rest = source.text().substring(word, Math.max(word, end));
        if (!rest.startsWith(IRREVERSIBLE)) {
            return runs(Direction.DOWN, start, end);
        }
        String reason = rest.substring(IRREVERSIBLE.length()).strip();
        if (reason.length() < 2 || reason.charAt(0) != ':') {
            problem(
                    word,
                    "script.no-reason",
                    "a revision that cannot be undone says why",
                    "write '-- migrate:down irreversible: ' and the reason, without other options");
        }
        return new Heading.Irreversible(
                reason.substring(Math.min(1, reason.length())).strip());
    }

    private void problem(int start, String code, String message, String hint) {
        problems.add(source.problem(start, code, message, hint));
    }
}
