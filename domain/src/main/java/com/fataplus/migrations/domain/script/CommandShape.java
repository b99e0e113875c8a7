package com.fataplus.migrations.domain.script;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What the tokens of one statement tell while it is being read: its first words, and what it has opened and not yet closed. */
final class CommandShape {
    private final List<String> words = new ArrayList<>();
    private final Deque<Piece.Unclosed> open = new ArrayDeque<>();

    /** Takes the next token in, spelt as {@link CommandWords} has it. */
    void accept(Word word, Word previous) {
        remember(word.text());
        switch (word.text()) {
            case "(" -> open.push(new Piece.Unclosed(word.start(), Opening.PARENTHESIS));
            case ")" -> close(Opening.PARENTHESIS);
            case "ATOMIC" -> {
                if (isClosed() && previous.text().equals("BEGIN") && words().createsRoutine()) {
                    open.push(new Piece.Unclosed(previous.start(), Opening.BODY));
                }
            }
            case "CASE" -> {
                if (isDirectlyInBody() && isKeywordAfter(previous)) {
                    open.push(new Piece.Unclosed(word.start(), Opening.CASE));
                }
            }
            case "END" -> {
                if (isDirectlyInBody() && isKeywordAfter(previous)) {
                    open.pop();
                }
            }
            default -> {}
        }
    }

    /** True where a semicolon would end the statement. */
    boolean isClosed() {
        return open.isEmpty();
    }

    /** What was opened last and is still open. */
    Optional<Piece.Unclosed> unclosed() {
        return Optional.ofNullable(open.peek());
    }

    CommandWords words() {
        return new CommandWords(words);
    }

    private void remember(String word) {
        boolean outside = open.isEmpty() || words.getFirst().equals("REINDEX");
        if (outside && words.size() < CommandWords.KEPT) {
            words.add(word);
        }
    }

    private void close(Opening opening) {
        if (!open.isEmpty() && open.peek().opening() == opening) {
            open.pop();
        }
    }

    /** CASE and END count within a BEGIN ATOMIC body only, and there outside parentheses, which close by themselves. */
    private boolean isDirectlyInBody() {
        return !open.isEmpty() && open.peek().opening() != Opening.PARENTHESIS;
    }

    /** After a dot or AS any word is a mere name: {@code select t.end, 1 as case}. */
    private static boolean isKeywordAfter(Word previous) {
        return !previous.text().equals(".") && !previous.text().equals("AS");
    }
}
