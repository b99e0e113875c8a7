package com.fataplus.migrations.domain.script;

import java.util.ArrayList;
import java.util.List;

/**
 * The comment lines above the first section marker.
 *
 * @param paragraphs lines without the dashes and blanks around them; an empty line, an empty comment, a ruler or a block comment parts two
 *     paragraphs
 * @param end where the header ends: nothing behind it was looked at
 */
record HeaderLines(List<List<Word>> paragraphs, int end) {
    HeaderLines {
        paragraphs = List.copyOf(paragraphs);
    }

    static HeaderLines of(String text) {
        SqlLexer lexer = new SqlLexer(text);
        List<List<Word>> paragraphs = new ArrayList<>();
        List<Word> paragraph = new ArrayList<>();
        int end = 0;
        Token token = lexer.next(end);
        while (token.kind() == Token.Kind.COMMENT && !SectionMarker.beginsAt(text, token.start())) {
            Word line = content(text, token);
            if (line.text().isEmpty() || hasEmptyLine(text.substring(end, token.start()))) {
                paragraphs.add(List.copyOf(paragraph));
                paragraph.clear();
            }
            if (!line.text().isEmpty()) {
                paragraph.add(line);
            }
            end = token.end();
            token = lexer.next(end);
        }
        paragraphs.add(List.copyOf(paragraph));
        return new HeaderLines(
                paragraphs.stream().filter(lines -> !lines.isEmpty()).toList(), end);
    }

    /** What a line comment says; empty for one that says nothing and for block comments, which hold licences and the like. */
    private static Word content(String text, Token comment) {
        int start = comment.start() + 2;
        int end = comment.end();
        boolean says = text.startsWith("--", comment.start())
                && text.substring(start, end).chars().anyMatch(c -> c > ' ' && c != '-' && c != '=');
        if (!says) {
            return new Word("", comment.start());
        }
        String content = text.substring(start, end);
        return new Word(content.strip(), start + content.indexOf(content.strip()));
    }

    private static boolean hasEmptyLine(String blanks) {
        return blanks.chars().filter(c -> c == '\n').count() > 1;
    }
}
