package com.fataplus.migrations.domain.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.List;

/** What has to hold for any bytes somebody calls a revision file; a fuzzer calls {@link #fuzzerTestOneInput} with those it thinks up. */
public final class ScriptFuzz {
    private static final RevisionId REVISION = new RevisionId("x");

    private ScriptFuzz() {}

    /** Throws where something does not hold; the name is the fuzzer's. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, UTF_8);
        ScriptParser.header("file.sql", text);
        checkTokens(text);
        checkPieces(text);
        if (ScriptParser.script(REVISION, "file.sql", text) instanceof Parsed.Sound<MigrationScript>(var script)) {
            checkStored(script);
        }
    }

    private static void checkTokens(String text) {
        SqlLexer lexer = new SqlLexer(text);
        int end = 0;
        for (Token token = lexer.next(end); token.kind() != Token.Kind.END; token = lexer.next(end)) {
            require(text.substring(end, token.start()).isBlank(), "something between two tokens");
            require(token.start() < token.end() && token.end() <= text.length(), "a token without an extent");
            end = token.end();
        }
        require(text.substring(end).isBlank(), "something behind the last token");
    }

    private static void checkPieces(String text) {
        List<Piece> pieces = SqlSplitter.split(text);
        boolean broken =
                pieces.stream().anyMatch(piece -> piece instanceof Piece.Fault || piece instanceof Piece.Unclosed);
        int end = 0;
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Command command -> {
                    require(broken || isNothing(text.substring(end, command.start())), "something between statements");
                    end = command.copyData().map(CopyData::next).orElse(command.end());
                    checkCommand(text.substring(command.start(), command.end()));
                }
                case Piece.Marker marker -> {
                    require(broken || isNothing(text.substring(end, marker.start())), "something above a marker");
                    end = marker.end();
                }
                case Piece.Unclosed unclosed -> require(unclosed.start() < text.length(), "nothing is unclosed");
                case Piece.Fault fault -> require(fault.start() < text.length(), "nothing is wrong");
            }
        }
        require(broken || isNothing(text.substring(end)), "something behind the last statement");
    }

    /** Cut once more, a statement stays whole. */
    private static void checkCommand(String statement) {
        List<Piece.Command> again = SqlSplitter.split(statement).stream()
                .filter(Piece.Command.class::isInstance)
                .map(Piece.Command.class::cast)
                .toList();
        require(again.size() == 1, "a statement falls into " + again.size());
        require(again.getFirst().start() == 0 && again.getFirst().end() == statement.length(), "a statement shrinks");
    }

    private static void checkStored(MigrationScript script) {
        String stored = script.up().text() + "\n" + script.down().text();
        boolean same =
                ScriptParser.script(REVISION, "ledger", stored) instanceof Parsed.Sound<MigrationScript>(var again)
                        && again.checksum().equals(script.checksum())
                        && texts(again.up()).equals(texts(script.up()));
        require(same, "what the ledger keeps is another script");
    }

    private static List<String> texts(Section section) {
        return section.statements().stream()
                .map(statement -> statement.text() + statement.copyData())
                .toList();
    }

    /** Blanks, comments and semicolons. */
    private static boolean isNothing(String between) {
        SqlLexer lexer = new SqlLexer(between);
        Token token = lexer.next(0);
        while (token.kind() == Token.Kind.COMMENT || between.startsWith(";", token.start())) {
            token = lexer.next(token.end());
        }
        return token.kind() == Token.Kind.END;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
