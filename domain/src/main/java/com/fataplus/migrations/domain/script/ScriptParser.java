package com.fataplus.migrations.domain.script;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.revision.Checksum;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads revision files; every problem of a text is told at once. */
public final class ScriptParser {
    private static final String MARKER = "-- migrate:";

    private ScriptParser() {}

    /** Reads the header: what stands above the first section marker; never looks further. */
    public static Parsed<Revision> header(String location, String text) {
        requireNonNull(location, "location");
        List<String> comments = text.substring(0, Math.max(0, text.indexOf(MARKER)))
                .lines()
                .map(line -> line.replaceFirst("^\\s*--", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        Map<String, String> keys = new TreeMap<>();
        for (String comment : comments) {
            int colon = comment.indexOf(':');
            if (colon > 0) {
                keys.put(
                        comment.substring(0, colon).toLowerCase(Locale.ROOT),
                        comment.substring(colon + 1).strip());
            }
        }
        String id = keys.getOrDefault("revision", "");
        Optional<String> wrong = RevisionId.problemWith(id);
        if (wrong.isPresent()) {
            return broken(location, "script.no-revision", wrong.get());
        }
        try {
            return new Parsed.Sound<>(new Revision(
                    new RevisionId(id),
                    names(keys, "revises").stream().map(RevisionId::new).toList(),
                    names(keys, "depends on"),
                    new TreeSet<>(names(keys, "labels")),
                    comments.getFirst(),
                    Optional.ofNullable(keys.get("created")).map(OffsetDateTime::parse),
                    location));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return broken(location, "script.bad-value", e.getMessage());
        }
    }

    /**
     * Reads the sections; a header may stand above them. The text of an up section, a line end and the text of its down section mean the same
     * script again, with the same checksum.
     */
    public static Parsed<MigrationScript> script(RevisionId revision, String location, String text) {
        int up = text.indexOf(MARKER + "up");
        int down = text.indexOf(MARKER + "down");
        if (up < 0 || down < up) {
            return broken(location, "script.no-down-section", "a section is missing");
        }
        String upText = text.substring(up, down - 1);
        String downText = text.substring(down);
        return new Parsed.Sound<>(new MigrationScript(
                revision,
                section(Direction.UP, location, upText),
                undo(location, downText),
                Checksum.of(upText.strip() + "\0" + downText.strip())));
    }

    private static Undo undo(String location, String text) {
        String marker = text.lines().findFirst().orElseThrow();
        int irreversible = marker.indexOf("irreversible:");
        return irreversible < 0
                ? new Undo.Reversible(section(Direction.DOWN, location, text))
                : new Undo.Irreversible(
                        marker.substring(irreversible + "irreversible:".length())
                                .strip(),
                        text);
    }

    private static Section section(Direction direction, String location, String text) {
        String marker = text.lines().findFirst().orElseThrow();
        Execution execution =
                marker.contains("transaction:false") ? Execution.STATEMENT_BY_STATEMENT : Execution.IN_TRANSACTION;
        List<Statement> statements = new ArrayList<>();
        for (String piece : text.substring(marker.length()).split(";", -1)) {
            if (!piece.isBlank()) {
                statements.add(new Statement(piece.strip(), SourcePosition.START, Optional.empty()));
            }
        }
        SectionOptions options = new SectionOptions(execution, Optional.empty(), Optional.empty(), Optional.empty());
        return new Section(direction, options, location, text, statements);
    }

    private static List<String> names(Map<String, String> keys, String key) {
        return Arrays.stream(keys.getOrDefault(key, "").split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static <T> Parsed<T> broken(String location, String code, String message) {
        return new Parsed.Broken<>(List.of(
                new ScriptProblem(code, location, SourcePosition.START, message, Optional.empty(), Optional.empty())));
    }
}
