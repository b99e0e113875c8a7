package com.fataplus.migrations.domain.script;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What a text of SQL consists of, in order; only blanks, comments and semicolons lie between two pieces. */
sealed interface Piece {
    /** The offset at which it begins. */
    int start();

    /** A statement from its first to its last token, without the semicolon. */
    record Command(int start, int end, CommandWords words, Optional<CopyData> copyData) implements Piece {
        public Command {
            requireNonNull(words, "words");
            requireNonNull(copyData, "copyData");
        }
    }

    /** The comment {@code -- migrate:...}. */
    record Marker(int start, int end) implements Piece {}

    /** Something that stays open up to the end of the text. */
    record Unclosed(int start, Opening opening) implements Piece {
        public Unclosed {
            requireNonNull(opening, "opening");
        }
    }

    /** Text that means nothing to the server. */
    record Fault(int start, String code, String message, String hint) implements Piece {
        public Fault {
            requireNonNull(code, "code");
            requireNonNull(message, "message");
            requireNonNull(hint, "hint");
        }
    }
}
