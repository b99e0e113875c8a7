package com.fataplus.migrations.domain.script;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Something wrong in a revision file, said so that its author can mend it.
 *
 * @param code stable and dotted, as {@code script.unterminated-quote}
 * @param sourceLine the line of the file it is about, for a caret; empty where there is none to show
 * @param hint what to type or write instead
 */
public record ScriptProblem(
        String code,
        String location,
        SourcePosition position,
        String message,
        Optional<String> sourceLine,
        Optional<String> hint) {
    public ScriptProblem {
        requireNonNull(code, "code");
        requireNonNull(location, "location");
        requireNonNull(position, "position");
        requireNonNull(message, "message");
        requireNonNull(sourceLine, "sourceLine");
        requireNonNull(hint, "hint");
    }

    /** {@code file:line:column}, as editors and terminals understand it. */
    public String place() {
        return location + ":" + position;
    }

    /** The same problems as a reader of the file meets them. */
    static List<ScriptProblem> inOrder(List<ScriptProblem> problems) {
        return problems.stream().sorted(comparing(ScriptProblem::position)).toList();
    }
}
