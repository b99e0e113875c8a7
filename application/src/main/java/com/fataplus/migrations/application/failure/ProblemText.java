package com.fataplus.migrations.application.failure;

import com.fataplus.migrations.domain.revision.GraphProblem;
import com.fataplus.migrations.domain.script.ScriptProblem;
import com.fataplus.migrations.domain.script.SourcePosition;
import java.util.LinkedHashMap;
import java.util.Map;

/** Shows a problem of a source text the way compilers do: place, message, the line, a caret. */
public final class ProblemText {
    private static final int WIDEST_LINE = 200;

    private ProblemText() {}

    /** For people; several lines. */
    public static String of(ScriptProblem problem) {
        StringBuilder text = new StringBuilder(problem.place()).append(": ").append(problem.message());
        problem.sourceLine().ifPresent(line -> text.append(caret(line, problem.position())));
        problem.hint().ifPresent(hint -> text.append("\n  hint: ").append(hint));
        return text.toString();
    }

    /** The source line and below it a caret under the column; empty where the line is too long to show. */
    static String caret(String line, SourcePosition position) {
        int before = Math.min(position.column() - 1, line.codePointCount(0, line.length()));
        if (line.length() > WIDEST_LINE) {
            return "";
        }
        String blanks = line.substring(0, line.offsetByCodePoints(0, before)).replaceAll("[^\t]", " ");
        return "\n  " + line + "\n  " + blanks + "^";
    }

    /** For machines. */
    public static Map<String, Object> document(ScriptProblem problem) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("code", problem.code());
        document.put("file", problem.location());
        document.put("line", problem.position().line());
        document.put("column", problem.position().column());
        document.put("message", problem.message());
        problem.hint().ifPresent(hint -> document.put("hint", hint));
        return document;
    }

    /** For machines. */
    public static Map<String, Object> document(GraphProblem problem) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("code", problem.code());
        document.put("message", problem.message());
        return document;
    }
}
