package com.fataplus.migrations.cli.render;

import com.fataplus.migrations.application.document.FailureDocument;
import com.fataplus.migrations.application.failure.MigrationFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one answer of a command: text, or exactly one JSON document, on standard output. */
public final class Answer {
    private Answer() {}

    /** Stops early and silently where nobody reads on, as {@code | head} does. */
    public static void text(Terminal terminal, List<String> lines) {
        for (String line : lines) {
            terminal.out().println(line);
            if (terminal.out().checkError()) {
                return;
            }
        }
    }

    public static void json(Terminal terminal, String command, int exitCode, Map<String, Object> result) {
        Map<String, Object> document = envelope(command, exitCode);
        document.put("result", result);
        terminal.out().println(Json.of(document));
    }

    /** A failure in JSON; the same words go to people on standard error. */
    public static void json(Terminal terminal, String command, int exitCode, MigrationFailure failure) {
        Map<String, Object> document = envelope(command, exitCode);
        document.put("error", FailureDocument.of(failure));
        terminal.out().println(Json.of(document));
    }

    /** A document that is a whole by itself. */
    public static void json(Terminal terminal, Map<String, Object> document) {
        terminal.out().println(Json.of(document));
    }

    public static void failure(Terminal terminal, MigrationFailure failure) {
        FailureText.of(failure, terminal.errorStyle()).forEach(terminal.err()::println);
    }

    private static Map<String, Object> envelope(String command, int exitCode) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("command", command);
        document.put("exitCode", exitCode);
        return document;
    }
}
