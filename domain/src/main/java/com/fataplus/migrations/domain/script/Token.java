package com.fataplus.migrations.domain.script;

import static java.util.Objects.requireNonNull;

/** One lexical unit of SQL: the characters from {@code start} up to {@code end}. */
record Token(Kind kind, int start, int end) {
    Token {
        requireNonNull(kind, "kind");
    }

    /** What sort of unit it is; the unterminated ones reach to the end of the text. */
    enum Kind {
        /** A keyword or an identifier without quotes. */
        WORD,
        QUOTED_IDENTIFIER,
        /** A string constant of any sort, dollar quotes too. */
        STRING,
        /** A number or a parameter such as {@code $1}. */
        NUMBER,
        /** One character of punctuation or of an operator. */
        SYMBOL,
        COMMENT,
        /** A backslash that no quote protects: psql takes it for a command of its own. */
        BACKSLASH,
        /** Nothing is left but blanks. */
        END,
        UNTERMINATED_IDENTIFIER,
        UNTERMINATED_STRING,
        UNTERMINATED_DOLLAR_QUOTE,
        UNTERMINATED_COMMENT
    }
}
