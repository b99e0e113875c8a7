package com.fataplus.migrations.domain.script;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.List;
import java.util.Optional;

/**
 * Reads revision files: comments that say which revision it is, then {@code -- migrate:up}, SQL, {@code -- migrate:down}, SQL. Every problem of a
 * text is told at once; no text makes it throw.
 */
public final class ScriptParser {
    private ScriptParser() {}

    /**
     * Reads the header: the comments above the first section marker. The first line is the message, unless it is a key. A key is a line
     * {@code Key: value} with one of the keys {@code Revision}, {@code Revises}, {@code Depends on}, {@code Labels} and {@code Created}, capitals
     * aside; the first two are required. Every other line is prose and free, with two exceptions that are mistakes: a line of that form in one
     * paragraph with keys, and one anywhere whose key is nearly one of these. What stands behind the header is not looked at.
     */
    public static Parsed<Revision> header(String location, String text) {
        requireNonNull(location, "location");
        return HeaderReader.read(location, text);
    }

    /** The same text with other parents in its header: only the value of {@code Revises} changes. */
    public static Parsed<String> reparented(String location, String text, List<RevisionId> parents) {
        requireNonNull(location, "location");
        return HeaderReader.reparented(location, text, parents);
    }

    /**
     * Reads the sections; a header may stand above them. The text of an up section, a line feed and the text of its down section mean the same
     * script again, with the same checksum: so they can be stored and read back.
     */
    public static Parsed<MigrationScript> script(RevisionId revision, String location, String text) {
        return script(revision, location, text, Optional.empty());
    }

    /**
     * Reads the sections with values in place of placeholders; empty leaves {@code ${name}} alone. A section's text and statements have the
     * values, which are never looked through again; the checksum is that of the file.
     */
    public static Parsed<MigrationScript> script(
            RevisionId revision, String location, String text, Optional<Placeholders> placeholders) {
        requireNonNull(revision, "revision");
        return new ScriptReader(SourceText.of(location, text), placeholders).read(revision);
    }
}
