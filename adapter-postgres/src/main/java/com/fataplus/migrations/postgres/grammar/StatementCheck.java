package com.fataplus.migrations.postgres.grammar;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Judges one statement, and what it has of PL/pgSQL. */
final class StatementCheck {
    /** A field of a variable: whether there is one, the catalog knows. */
    private static final Pattern UNKNOWN_FIELD = Pattern.compile("\".+\\..+\" is not a known variable");

    private static final Pattern ROW_TYPE = Pattern.compile("%\\s*rowtype", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEAR_LINE = Pattern.compile("near line (\\d+)");
    /** The class of "internal error": libpg_query lacks a part of the server, such as the catalog. */
    private static final String INTERNAL = "XX";

    private final LibPgQuery parser;
    private final String sql;

    private StatementCheck(LibPgQuery parser, String sql) {
        this.parser = parser;
        this.sql = sql;
    }

    static Verdict of(LibPgQuery parser, String sql) {
        return new StatementCheck(parser, sql).ofStatement();
    }

    private Verdict ofStatement() {
        return switch (parser.parse(sql)) {
            case Answer.Tree tree -> PlPgSqlBody.in(tree).map(this::ofBody).orElseGet(Verdict.Sound::new);
            case Answer.Refusal refusal ->
                new Verdict.Refused(
                        refusal.data().message(),
                        offset(sql, refusal.data().cursor()),
                        refusal.data().hint());
            case Answer.GaveUp gaveUp -> new Verdict.Undecided(gaveUp.reason());
        };
    }

    private Verdict ofBody(PlPgSqlBody body) {
        return switch (answerOfBody()) {
            case Answer.Tree ignored -> new Verdict.Sound();
            case Answer.Refusal refusal when needsServer(refusal.data()) -> new Verdict.Sound();
            case Answer.Refusal refusal ->
                new Verdict.Refused(
                        refusal.data().message(),
                        body.offsetIn(sql, offset(body, refusal.data())),
                        refusal.data().hint());
            case Answer.GaveUp gaveUp -> new Verdict.Undecided(gaveUp.reason());
        };
    }

    /** Without a catalog, variables of {@code plot%rowtype} have no fields, but those of the same type {@code plot} have. */
    private Answer answerOfBody() {
        Answer answer = parser.parsePlPgSql(sql);
        if (answer instanceof Answer.Refusal refusal && isUnknownField(refusal.data())) {
            return parser.parsePlPgSql(ROW_TYPE.matcher(sql)
                    .replaceAll(found -> " ".repeat(found.group().length())));
        }
        return answer;
    }

    private static boolean needsServer(ErrorData error) {
        return error.sqlState().startsWith(INTERNAL) || isUnknownField(error);
    }

    private static boolean isUnknownField(ErrorData error) {
        return UNKNOWN_FIELD.matcher(error.message()).matches();
    }

    private static int offset(PlPgSqlBody body, ErrorData error) {
        if (error.bodyCursor() > 0) {
            return offset(body.text(), error.bodyCursor());
        }
        Matcher line = NEAR_LINE.matcher(error.context().orElse(""));
        return line.find() ? body.offsetOfLine(Integer.parseInt(line.group(1))) : 0;
    }

    /** The parser counts characters from 1, and says 0 where it points at nothing. */
    private static int offset(String text, int cursor) {
        int characters = Math.clamp(cursor - 1L, 0, text.codePointCount(0, text.length()));
        return text.offsetByCodePoints(0, characters);
    }
}
