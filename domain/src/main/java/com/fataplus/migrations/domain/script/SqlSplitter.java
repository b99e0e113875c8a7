package com.fataplus.migrations.domain.script;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.script.Token.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts a text into statements and section markers as psql would: a semicolon ends a statement unless it stands in a quote, a comment,
 * parentheses or a BEGIN ATOMIC body, and after {@code COPY ... FROM stdin;} come data lines up to {@code \.}. A marker is one only where no
 * quote, comment, parenthesis, body or data surrounds it; it also ends a statement whose semicolon was left out.
 */
final class SqlSplitter {
    /** A semicolon, a marker, the end of the text. */
    private static final Set<Kind> ENDS = EnumSet.of(Kind.SYMBOL, Kind.COMMENT, Kind.END);

    private final String text;
    private final SqlLexer lexer;
    private final List<Piece> pieces = new ArrayList<>();

    /** Each once: a file may have half a million statements of a few sorts. */
    private final Map<CommandWords, CommandWords> sorts = new HashMap<>();

    private SqlSplitter(String text) {
        this.text = requireNonNull(text, "text");
        this.lexer = new SqlLexer(text);
    }

    /** The pieces in order; time grows with the length of the text. */
    static List<Piece> split(String text) {
        SqlSplitter splitter = new SqlSplitter(text);
        int offset = 0;
        while (offset < text.length()) {
            offset = splitter.readFrom(offset);
        }
        return List.copyOf(splitter.pieces);
    }

    /** Reads from between two pieces; answers where the next may begin. */
    private int readFrom(int offset) {
        Token token = lexer.next(offset);
        return switch (token.kind()) {
            case END -> token.end();
            case COMMENT -> comment(token);
            case BACKSLASH -> psqlCommand(token);
            case UNTERMINATED_STRING -> unclosed(token, Opening.STRING);
            case UNTERMINATED_IDENTIFIER -> unclosed(token, Opening.IDENTIFIER);
            case UNTERMINATED_DOLLAR_QUOTE -> unclosed(token, Opening.DOLLAR_QUOTE);
            case UNTERMINATED_COMMENT -> unclosed(token, Opening.COMMENT);
            case WORD, QUOTED_IDENTIFIER, STRING, NUMBER, SYMBOL -> isSemicolon(token) ? token.end() : command(token);
        };
    }

    private int comment(Token token) {
        if (SectionMarker.beginsAt(text, token.start())) {
            pieces.add(new Piece.Marker(token.start(), token.end()));
        }
        return token.end();
    }

    private int psqlCommand(Token token) {
        int end = lexer.lineEnd(token.start());
        pieces.add(PsqlCommands.fault(token.start(), text.substring(token.start(), end)));
        return end;
    }

    private int unclosed(Token token, Opening opening) {
        pieces.add(new Piece.Unclosed(token.start(), opening));
        return token.end();
    }

    private int command(Token first) {
        CommandShape shape = new CommandShape();
        Token token = first;
        int end = first.start();
        Word previous = new Word("", first.start());
        while (!isBehind(token, shape)) {
            if (token.kind() != Kind.COMMENT) {
                Word word = new Word(spelling(token), token.start());
                shape.accept(word, previous);
                previous = word;
                end = token.end();
            }
            token = lexer.next(token.end());
        }
        if (shape.isClosed() && ENDS.contains(token.kind())) {
            return finish(first, end, shape.words(), token);
        }
        // What broke the statement off is read next; at the end of the text it is what was left open.
        if (token.kind() == Kind.END) {
            shape.unclosed().ifPresent(pieces::add);
        }
        return token.start();
    }

    private int finish(Token first, int end, CommandWords words, Token behind) {
        Optional<CopyData> data = words.readsCopyData() ? Optional.of(copyData(first, behind)) : Optional.empty();
        pieces.add(new Piece.Command(first.start(), end, sorts.computeIfAbsent(words, own -> own), data));
        return data.map(CopyData::next).orElse(isSemicolon(behind) ? behind.end() : behind.start());
    }

    /** A COPY that lacks its semicolon has no data. */
    private CopyData copyData(Token first, Token behind) {
        if (!isSemicolon(behind)) {
            return new CopyData(behind.start(), behind.start(), behind.start());
        }
        int lineEnd = CopyData.lineFeed(text, behind.end());
        checkRestOfLine(behind.end(), lineEnd);
        CopyData data = CopyData.below(text, lineEnd);
        if (!data.isTerminated() && SectionMarker.isWithin(text, data.start(), data.end())) {
            pieces.add(new Piece.Unclosed(first.start(), Opening.COPY_DATA));
        }
        return data;
    }

    private void checkRestOfLine(int start, int end) {
        String rest = text.substring(start, end);
        if (!rest.isBlank() && !rest.strip().startsWith("--")) {
            pieces.add(new Piece.Fault(
                    start + rest.length() - rest.stripLeading().length(),
                    "script.after-copy",
                    "the data of COPY ... FROM stdin begins on the next line; nothing may stand here",
                    "move this below the line that says \\."));
        }
    }

    /** True for a token that no longer belongs to the statement. */
    private boolean isBehind(Token token, CommandShape shape) {
        return switch (token.kind()) {
            case SYMBOL -> shape.isClosed() && isSemicolon(token);
            case COMMENT -> shape.isClosed() && SectionMarker.beginsAt(text, token.start());
            case WORD, QUOTED_IDENTIFIER, STRING, NUMBER -> false;
            case BACKSLASH,
                    END,
                    UNTERMINATED_STRING,
                    UNTERMINATED_IDENTIFIER,
                    UNTERMINATED_DOLLAR_QUOTE,
                    UNTERMINATED_COMMENT -> true;
        };
    }

    private boolean isSemicolon(Token token) {
        return token.kind() == Kind.SYMBOL && text.charAt(token.start()) == ';';
    }

    /** The token as {@link CommandWords} has it; PostgreSQL knows keywords in ASCII letters only. */
    private String spelling(Token token) {
        return switch (token.kind()) {
            case STRING -> "''";
            case QUOTED_IDENTIFIER -> "\"\"";
            default -> {
                String written = text.substring(token.start(), token.end());
                yield written.chars().allMatch(c -> c < 128) ? written.toUpperCase(Locale.ROOT) : written;
            }
        };
    }
}
