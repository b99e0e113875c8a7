package com.fataplus.migrations.domain.script;

import com.fataplus.migrations.domain.script.Token.Kind;

/** Statements as a file for psql has to hold them, so that the server gets exactly what a statement says. */
public final class PsqlText {
    private PsqlText() {}

    /** The statement with its semicolon, and below it the data of a {@code COPY ... FROM stdin}. */
    public static String of(Statement statement) {
        return withoutVariables(statement.text()) + ";\n"
                + statement.copyData().map(PsqlText::data).orElse("");
    }

    /** The data up to the line that ends it. */
    private static String data(String lines) {
        return lines + (lines.isEmpty() || lines.endsWith("\n") ? "" : "\n") + "\\.\n";
    }

    /**
     * To psql a colon before a name means a variable of its own, even in {@code numbers[1:size]}; behind a backslash it means itself
     * (<a href="https://www.postgresql.org/docs/current/app-psql.html#APP-PSQL-INTERPOLATION">SQL Interpolation</a>).
     */
    private static String withoutVariables(String text) {
        SqlLexer lexer = new SqlLexer(text);
        StringBuilder psql = new StringBuilder();
        int copied = 0;
        for (Token token = lexer.next(0); token.kind() != Kind.END; token = lexer.next(token.end())) {
            if (isColon(text, token) && isVariable(text, token.start())) {
                psql.append(text, copied, token.start()).append('\\');
                copied = token.start();
            }
        }
        return psql.append(text, copied, text.length()).toString();
    }

    private static boolean isColon(String text, Token token) {
        return token.kind() == Kind.SYMBOL && text.charAt(token.start()) == ':';
    }

    private static boolean isVariable(String text, int colon) {
        boolean endsACast = colon > 0 && text.charAt(colon - 1) == ':';
        return !endsACast && colon + 1 < text.length() && mayBeginAName(text.charAt(colon + 1));
    }

    /** A letter, which to psql is also everything beyond ASCII, a digit, a quoted name, or the test whether one is set. */
    private static boolean mayBeginAName(char c) {
        return Character.isLetterOrDigit(c) || c > 127 || "_'\"{".indexOf(c) >= 0;
    }
}
