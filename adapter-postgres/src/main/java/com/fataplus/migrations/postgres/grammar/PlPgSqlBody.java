package com.fataplus.migrations.postgres.grammar;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The PL/pgSQL source in a statement that creates a function or procedure, or in a DO block.
 *
 * @param text without its quotes
 */
record PlPgSqlBody(String text) {
    private static final String STATEMENTS = "\"stmts\":[{\"stmt\":{";
    private static final String LANGUAGE = "\"defname\":\"language\",\"arg\":{\"String\":{\"sval\":\"";
    private static final String SOURCE = "\"defname\":\"as\",\"arg\":{";

    /** As the parse tree has it; empty for other statements and other languages. */
    static Optional<PlPgSqlBody> in(Answer.Tree tree) {
        // No string in the tree can look like a key: the quotes in it are escaped.
        String json = tree.json();
        boolean saysPlPgSql = json.contains(LANGUAGE + "plpgsql\"");
        boolean isPlPgSql = isStatement(json, "DoStmt")
                ? saysPlPgSql || !json.contains(LANGUAGE)
                : saysPlPgSql && isStatement(json, "CreateFunctionStmt");
        return isPlPgSql ? source(json).map(PlPgSqlBody::new) : Optional.empty();
    }

    private static boolean isStatement(String json, String type) {
        int statement = json.indexOf(STATEMENTS);
        return statement >= 0 && json.startsWith("\"" + type + "\"", statement + STATEMENTS.length());
    }

    /** Functions have a list of one, as some languages want two; a DO block has the string itself. */
    private static Optional<String> source(String json) {
        return Stream.of("", "\"List\":{\"items\":[{")
                .map(between -> SOURCE + between + "\"String\":{\"sval\":\"")
                .filter(json::contains)
                .map(beginning -> JsonString.read(json, json.indexOf(beginning) + beginning.length()))
                .findFirst();
    }

    /** The offset in the statement of an offset in the body; the statement's beginning where the body is written with escapes. */
    int offsetIn(String statement, int offset) {
        int dollarQuoted = statement.indexOf("$" + text + "$");
        if (dollarQuoted >= 0) {
            return dollarQuoted + 1 + offset;
        }
        int quoted = statement.indexOf("'" + doubled(text) + "'");
        return quoted < 0 ? 0 : quoted + 1 + doubled(text.substring(0, offset)).length();
    }

    /** Where the line begins to say something; lines count from 1. */
    int offsetOfLine(int line) {
        int offset = 0;
        for (int skipped = 1; skipped < line && text.indexOf('\n', offset) >= 0; skipped++) {
            offset = text.indexOf('\n', offset) + 1;
        }
        while (offset < text.length() && Character.isWhitespace(text.charAt(offset))) {
            offset++;
        }
        return offset;
    }

    private static String doubled(String text) {
        return text.replace("'", "''");
    }
}
