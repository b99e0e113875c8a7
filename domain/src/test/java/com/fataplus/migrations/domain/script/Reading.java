package com.fataplus.migrations.domain.script;

import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.List;

/** Reads texts for tests. */
final class Reading {
    private static final RevisionId REVISION = new RevisionId("4f1c");

    private Reading() {}

    /** The script of a text that must be sound. */
    static MigrationScript script(String text) {
        return sound(ScriptParser.script(REVISION, "file.sql", text));
    }

    /** What is wrong with a text's sections; nothing where they are sound. */
    static List<ScriptProblem> problems(String text) {
        return problems(ScriptParser.script(REVISION, "file.sql", text));
    }

    static Revision header(String text) {
        return sound(ScriptParser.header("file.sql", text));
    }

    static List<ScriptProblem> headerProblems(String text) {
        return problems(ScriptParser.header("file.sql", text));
    }

    /** The statements of an up section with this body. */
    static List<Statement> statements(String body) {
        return script("-- migrate:up\n" + body + "\n-- migrate:down\n").up().statements();
    }

    /** The texts of {@link #statements}. */
    static List<String> texts(String body) {
        return statements(body).stream().map(Statement::text).toList();
    }

    private static <T> T sound(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Sound<T>(var value) -> value;
            case Parsed.Broken<T>(var problems) -> throw new AssertionError(problems);
        };
    }

    private static <T> List<ScriptProblem> problems(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Sound<T> ignored -> List.of();
            case Parsed.Broken<T>(var problems) -> problems;
        };
    }
}
