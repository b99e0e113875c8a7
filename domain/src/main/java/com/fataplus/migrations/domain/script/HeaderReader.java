package com.fataplus.migrations.domain.script;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the comments above the first section marker. The first line is the message, unless it is a key. A key is a line {@code Key: value} with
 * a {@link HeaderKey}, capitals aside. Every other line is prose and free, with two exceptions that are mistakes: a line of that form in one
 * paragraph with keys, and one anywhere whose key is nearly one of ours.
 */
final class HeaderReader {
    private final SourceText source;
    private final List<ScriptProblem> problems = new ArrayList<>();
    private final Map<HeaderKey, Word> values = new EnumMap<>(HeaderKey.class);

    private HeaderReader(SourceText source) {
        this.source = requireNonNull(source, "source");
    }

    static Parsed<Revision> read(String location, String text) {
        String whole = SourceText.withoutByteOrderMark(text);
        HeaderLines lines = HeaderLines.of(whole);
        return new HeaderReader(SourceText.of(location, whole.substring(0, lines.end()))).read(lines.paragraphs());
    }

    /** The text with other parents in its header, and every other character as it was. */
    static Parsed<String> reparented(String location, String text, List<RevisionId> parents) {
        String whole = SourceText.withoutByteOrderMark(text);
        HeaderLines lines = HeaderLines.of(whole);
        var reader = new HeaderReader(SourceText.of(location, whole.substring(0, lines.end())));
        return switch (reader.read(lines.paragraphs())) {
            case Parsed.Broken<Revision>(var problems) -> new Parsed.Broken<>(problems);
            case Parsed.Sound<Revision> ignored -> {
                Word value = reader.values.get(HeaderKey.REVISES);
                String names = parents.stream().map(RevisionId::value).collect(joining(", "));
                int start = text.length() - whole.length() + value.start();
                boolean follows = Character.isWhitespace(text.charAt(start - 1));
                yield new Parsed.Sound<>(text.substring(0, start)
                        + (follows ? "" : " ")
                        + names
                        + text.substring(start + value.text().length()));
            }
        };
    }

    private Parsed<Revision> read(List<List<Word>> paragraphs) {
        Optional<Word> message = paragraphs.stream()
                .findFirst()
                .map(List::getFirst)
                .filter(line -> HeaderLine.of(line).flatMap(HeaderLine::key).isEmpty());
        paragraphs.forEach(paragraph -> collect(paragraph.stream()
                .filter(line -> !Optional.of(line).equals(message))
                .flatMap(line -> HeaderLine.of(line).stream())
                .toList()));
        Optional<RevisionId> id = id();
        List<RevisionId> parents = parents();
        List<String> dependsOn = names(HeaderKey.DEPENDS_ON);
        List<String> labels = names(HeaderKey.LABELS);
        Optional<OffsetDateTime> created = created();
        return problems.isEmpty() && id.isPresent()
                ? new Parsed.Sound<>(new Revision(
                        id.get(),
                        parents,
                        dependsOn,
                        new TreeSet<>(labels),
                        message.map(Word::text).orElse(""),
                        created,
                        source.location()))
                : new Parsed.Broken<>(ScriptProblem.inOrder(problems));
    }

    /** Takes the lines of one paragraph that look like keys. */
    private void collect(List<HeaderLine> lines) {
        boolean amongKeys = lines.stream().anyMatch(line -> line.key().isPresent());
        for (HeaderLine line : lines) {
            Optional<HeaderKey> key = line.key();
            if (key.isPresent() && values.putIfAbsent(key.get(), line.value()) != null) {
                problem(line.name(), "script.duplicate-key", "'" + key.get() + ":' stands here twice", "remove one");
            }
            if (key.isEmpty() && (amongKeys || line.similarKey().isPresent())) {
                reportUnknown(line);
            }
        }
    }

    private void reportUnknown(HeaderLine line) {
        problem(
                line.name(),
                "script.unknown-key",
                "there is no header key '" + line.name().text() + "'",
                line.similarKey()
                        .map(key -> "did you mean '" + key + ":'?")
                        .orElse("keys are " + HeaderKey.list() + "; put remarks below an empty comment line"));
    }

    private Optional<RevisionId> id() {
        Optional<Word> value = Optional.ofNullable(values.get(HeaderKey.REVISION));
        if (value.isEmpty()) {
            problem(
                    new Word("", 0),
                    "script.no-revision",
                    "the file does not say which revision it is",
                    "write '-- Revision: ' and a name above '-- migrate:up'");
        }
        return value.filter(this::isName).map(Word::text).map(RevisionId::new);
    }

    private List<RevisionId> parents() {
        if (!values.containsKey(HeaderKey.REVISES)) {
            problem(
                    new Word("", 0),
                    "script.no-revises",
                    "the file does not say which revision it builds on",
                    "write '-- Revises: ' and its name, or nothing behind it for a first revision");
        }
        return names(HeaderKey.REVISES).stream().map(RevisionId::new).toList();
    }

    /** Names with commas between; labels and dependencies follow the rules of revision names. */
    private List<String> names(HeaderKey key) {
        Set<String> names = new LinkedHashSet<>();
        Optional.ofNullable(values.get(key)).map(Word::commaSeparated).orElse(List.of()).stream()
                .filter(this::isName)
                .filter(name -> !names.add(name.text()))
                .forEach(twice ->
                        problem(twice, "script.bad-value", "'" + twice.text() + "' stands here twice", "remove one"));
        return List.copyOf(names);
    }

    private boolean isName(Word name) {
        Optional<String> problem = RevisionId.problemWith(name.text());
        problem.ifPresent(reason -> problem(
                name,
                "script.bad-value",
                reason,
                "names have letters, digits, '_' and '.', with commas between names"));
        return problem.isEmpty();
    }

    private Optional<OffsetDateTime> created() {
        return Optional.ofNullable(values.get(HeaderKey.CREATED)).flatMap(value -> {
            try {
                return Optional.of(OffsetDateTime.parse(value.text()));
            } catch (DateTimeParseException e) {
                problem(
                        value,
                        "script.bad-value",
                        "'" + value.text() + "' is no date and time with an offset",
                        "write it like 2026-11-22T09:30:00+03:00");
                return Optional.empty();
            }
        });
    }

    private void problem(Word where, String code, String message, String hint) {
        problems.add(source.problem(where.start(), code, message, hint));
    }
}
