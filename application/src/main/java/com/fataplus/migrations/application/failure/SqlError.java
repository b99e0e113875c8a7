package com.fataplus.migrations.application.failure;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.script.SourcePosition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the server said about a statement of a script.
 *
 * @param position where in the file: the place the server points at, else the statement's beginning
 * @param statement the statement's first words
 */
public record SqlError(
        String location,
        SourcePosition position,
        Optional<String> sourceLine,
        String statement,
        String sqlState,
        String message,
        Optional<String> detail,
        Optional<String> hint) {
    public SqlError {
        requireNonNull(location, "location");
        requireNonNull(position, "position");
        requireNonNull(sourceLine, "sourceLine");
        requireNonNull(statement, "statement");
        requireNonNull(sqlState, "sqlState");
        requireNonNull(message, "message");
        requireNonNull(detail, "detail");
        requireNonNull(hint, "hint");
    }

    /** For people: place, message, SQLSTATE, the line and a caret, the server's detail and hint. */
    public String described() {
        StringBuilder text = new StringBuilder("%s:%s: %s [%s]".formatted(location, position, message, sqlState));
        sourceLine.ifPresent(line -> text.append(ProblemText.caret(line, position)));
        detail.ifPresent(line -> text.append("\n  detail: ").append(line));
        hint.ifPresent(line -> text.append("\n  hint: ").append(line));
        return text.toString();
    }

    /** For machines. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("file", location);
        document.put("line", position.line());
        document.put("column", position.column());
        document.put("statement", statement);
        document.put("sqlState", sqlState);
        document.put("message", message);
        detail.ifPresent(text -> document.put("detail", text));
        hint.ifPresent(text -> document.put("hint", text));
        return document;
    }
}
