package com.fataplus.migrations.filesystem.script;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.MigrationScript;
import com.fataplus.migrations.domain.script.Parsed;
import com.fataplus.migrations.domain.script.Placeholders;
import com.fataplus.migrations.domain.script.ScriptParser;
import com.fataplus.migrations.domain.script.ScriptProblem;
import com.fataplus.migrations.domain.script.SourcePosition;
import com.fataplus.migrations.filesystem.IoReason;
import com.fataplus.migrations.filesystem.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file, read as far as needed.
 *
 * @param location the path as its user knows it
 */
record RevisionFile(Path path, String location) {
    /** Nearly every header is shorter, and most whole files are. */
    private static final int BEGINNING = 8 * 1024;

    private static final Pattern MARKER_LINE =
            Pattern.compile("^[ \\t]*--[ \\t]*migrate:.*\\n", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    RevisionFile {
        requireNonNull(path, "path");
        requireNonNull(location, "location");
    }

    /**
     * The header. Only the beginning is read where the header ends within it: a file may have 50 MB of data below. The rest is looked at before
     * anything is called wrong.
     */
    Parsed<Revision> header() {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] beginning = in.readNBytes(BEGINNING);
            Optional<byte[]> header = header(beginning);
            if (header.isPresent() && parseHeader(header.get()) instanceof Parsed.Sound<Revision> sound) {
                return sound;
            }
            byte[] rest = in.readAllBytes();
            byte[] whole = Arrays.copyOf(beginning, beginning.length + rest.length);
            System.arraycopy(rest, 0, whole, beginning.length, rest.length);
            return parseHeader(whole);
        } catch (IOException e) {
            return unreadable(e);
        }
    }

    /** The whole script, with values in place of placeholders. */
    Parsed<MigrationScript> script(RevisionId revision, Optional<Placeholders> placeholders) {
        try {
            return parse(Files.readAllBytes(path), text -> ScriptParser.script(revision, location, text, placeholders));
        } catch (IOException e) {
            return unreadable(e);
        }
    }

    /** The whole file with other parents, a byte order mark and all else as it is. */
    Parsed<byte[]> reparented(List<RevisionId> parents) {
        try {
            byte[] bytes = Files.readAllBytes(path);
            return switch (parse(bytes, text -> ScriptParser.reparented(location, text, parents))) {
                case Parsed.Broken<String>(var problems) -> new Parsed.Broken<>(problems);
                case Parsed.Sound<String>(var text) -> new Parsed.Sound<>(Utf8.encodeLike(bytes, text));
            };
        } catch (IOException e) {
            return unreadable(e);
        }
    }

    /** What stands above the first section marker, and its line. */
    private static Optional<byte[]> header(byte[] beginning) {
        Matcher marker = MARKER_LINE.matcher(new String(beginning, ISO_8859_1));
        return marker.find() ? Optional.of(Arrays.copyOf(beginning, marker.end())) : Optional.empty();
    }

    private Parsed<Revision> parseHeader(byte[] bytes) {
        return parse(bytes, text -> ScriptParser.header(location, text));
    }

    private <T> Parsed<T> parse(byte[] bytes, Function<String, Parsed<T>> parser) {
        return switch (Utf8.decode(bytes)) {
            case Utf8.Text(var text) -> parser.apply(text);
            case Utf8.NoText wrong ->
                new Parsed.Broken<>(List.of(new ScriptProblem(
                        "script.not-utf8",
                        location,
                        wrong.position(),
                        wrong.message(),
                        Optional.of(wrong.before()),
                        Optional.of("save the file as UTF-8"))));
        };
    }

    private <T> Parsed<T> unreadable(IOException failure) {
        return new Parsed.Broken<>(List.of(new ScriptProblem(
                "script.unreadable",
                location,
                SourcePosition.START,
                "cannot be read: " + IoReason.of(failure),
                Optional.empty(),
                Optional.empty())));
    }
}
