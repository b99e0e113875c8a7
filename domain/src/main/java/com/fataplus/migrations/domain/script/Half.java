package com.fataplus.migrations.domain.script;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One section of a file as it was found.
 *
 * @param start the offset of its marker
 * @param text from its marker to the line end before the next one, or to the end of the file
 */
record Half(Heading heading, int start, String text, List<Piece.Command> commands) {
    Half {
        requireNonNull(heading, "heading");
        requireNonNull(text, "text");
        commands = List.copyOf(commands);
    }
}
