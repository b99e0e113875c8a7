package com.fataplus.migrations.domain.script;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.script.Token.Kind;
import java.util.OptionalInt;

/**
 * Where tokens of PostgreSQL's SQL begin and end, by the rules that the scanners of psql and of the server share
 * (<a href="https://www.postgresql.org/docs/current/sql-syntax-lexical.html">Lexical Structure</a>). Every character is looked at a bounded
 * number of times, and nothing recurses, so that no text is too long or too deep.
 */
record SqlLexer(String text) {
    SqlLexer {
        requireNonNull(text, "text");
    }

    private enum Backslash {
        ORDINARY,
        ESCAPES
    }

    /** The first token at or after {@code offset}, which must not lie within a token. */
    Token next(int offset) {
        int start = skipBlanks(offset);
        if (start == text.length()) {
            return new Token(Kind.END, start, start);
        }
        if (text.startsWith("--", start)) {
            return new Token(Kind.COMMENT, start, lineEnd(start));
        }
        if (text.startsWith("/*", start)) {
            return blockComment(start);
        }
        char first = text.charAt(start);
        if (isIdentifierStart(first)) {
            return wordOrPrefixedQuote(start);
        }
        if (isDigit(first)) {
            return new Token(Kind.NUMBER, start, numberEnd(start));
        }
        return switch (first) {
            case '\'' -> string(start, start, Backslash.ORDINARY);
            case '"' -> quotedIdentifier(start, start);
            case '$' -> parameterOrDollarQuote(start);
            case '\\' -> new Token(Kind.BACKSLASH, start, start + 1);
            default -> new Token(Kind.SYMBOL, start, start + 1);
        };
    }

    /** Where the line that {@code offset} lies in ends; to PostgreSQL a carriage return alone ends a line too. */
    int lineEnd(int offset) {
        int end = offset;
        while (end < text.length() && !isLineEnd(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int skipBlanks(int offset) {
        int end = offset;
        while (end < text.length() && isBlank(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Comments nest. */
    private Token blockComment(int start) {
        int depth = 1;
        int end = start + 2;
        while (end < text.length() && depth > 0) {
            if (text.startsWith("/*", end)) {
                depth++;
                end += 2;
            } else if (text.startsWith("*/", end)) {
                depth--;
                end += 2;
            } else {
                end++;
            }
        }
        return new Token(depth == 0 ? Kind.COMMENT : Kind.UNTERMINATED_COMMENT, start, end);
    }

    /** A lone letter may belong to the quote after it: {@code E''}, {@code B''}, {@code X''}, {@code N''}, {@code U&''}, {@code U&""}. */
    private Token wordOrPrefixedQuote(int start) {
        char letter = Character.toLowerCase(text.charAt(start));
        if (letter == 'e' && text.startsWith("'", start + 1)) {
            return string(start, start + 1, Backslash.ESCAPES);
        }
        if ("bxn".indexOf(letter) >= 0 && text.startsWith("'", start + 1)) {
            return string(start, start + 1, Backslash.ORDINARY);
        }
        if (letter == 'u' && text.startsWith("&'", start + 1)) {
            return string(start, start + 2, Backslash.ORDINARY);
        }
        if (letter == 'u' && text.startsWith("&\"", start + 1)) {
            return quotedIdentifier(start, start + 2);
        }
        return new Token(Kind.WORD, start, identifierEnd(start));
    }

    private Token string(int start, int quote, Backslash backslash) {
        int end = quote + 1;
        while (end < text.length()) {
            char c = text.charAt(end);
            if ((c == '\\' && backslash == Backslash.ESCAPES) || (c == '\'' && text.startsWith("'", end + 1))) {
                end += 2;
            } else if (c == '\'') {
                OptionalInt again = continuation(end + 1);
                if (again.isEmpty()) {
                    return new Token(Kind.STRING, start, end + 1);
                }
                end = again.getAsInt() + 1;
            } else {
                end++;
            }
        }
        return new Token(Kind.UNTERMINATED_STRING, start, text.length());
    }

    /** The quote that goes on with a constant closed just before {@code offset}: one on a later line, only blanks and comments between. */
    private OptionalInt continuation(int offset) {
        int quote = skipBlanks(offset);
        while (text.startsWith("--", quote)) {
            quote = skipBlanks(lineEnd(quote));
        }
        boolean onLaterLine = text.substring(offset, quote).chars().anyMatch(SqlLexer::isLineEnd);
        return onLaterLine && text.startsWith("'", quote) ? OptionalInt.of(quote) : OptionalInt.empty();
    }

    private Token quotedIdentifier(int start, int quote) {
        int end = quote + 1;
        while (end < text.length()) {
            if (text.charAt(end) != '"') {
                end++;
            } else if (text.startsWith("\"", end + 1)) {
                end += 2;
            } else {
                return new Token(Kind.QUOTED_IDENTIFIER, start, end + 1);
            }
        }
        return new Token(Kind.UNTERMINATED_IDENTIFIER, start, text.length());
    }

    private Token parameterOrDollarQuote(int start) {
        int tagEnd = start + 1;
        if (tagEnd < text.length() && isDigit(text.charAt(tagEnd))) {
            return new Token(Kind.NUMBER, start, numberEnd(tagEnd));
        }
        if (tagEnd < text.length() && isIdentifierStart(text.charAt(tagEnd))) {
            while (tagEnd < text.length() && isTagPart(text.charAt(tagEnd))) {
                tagEnd++;
            }
        }
        if (!text.startsWith("$", tagEnd)) {
            return new Token(Kind.SYMBOL, start, start + 1);
        }
        String delimiter = text.substring(start, tagEnd + 1);
        int close = text.indexOf(delimiter, tagEnd + 1);
        return close < 0
                ? new Token(Kind.UNTERMINATED_DOLLAR_QUOTE, start, text.length())
                : new Token(Kind.STRING, start, close + delimiter.length());
    }

    private int numberEnd(int offset) {
        int end = offset;
        while (end < text.length() && (isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        return end < text.length() && isIdentifierStart(text.charAt(end)) ? identifierEnd(end) : end;
    }

    private int identifierEnd(int offset) {
        int end = offset;
        while (end < text.length() && (isTagPart(text.charAt(end)) || text.charAt(end) == '$')) {
            end++;
        }
        return end;
    }

    private static boolean isTagPart(char c) {
        return isIdentifierStart(c) || isDigit(c);
    }

    /** To PostgreSQL every character beyond ASCII is a letter, a no-break space too. */
    private static boolean isIdentifierStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 128;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static boolean isLineEnd(int c) {
        return c == '\n' || c == '\r';
    }
}
