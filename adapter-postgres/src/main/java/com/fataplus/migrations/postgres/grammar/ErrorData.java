package com.fataplus.migrations.postgres.grammar;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import run.endive.runtime.Memory;

/**
 * What PostgreSQL knows of an error, read from its own record in the module's memory; libpg_query passes on only a part of it.
 *
 * @param cursor the place in the statement, in characters from 1; 0 where there is none
 * @param bodyCursor the place in the body of a function, in characters from 1; 0 where there is none
 * @param context where in a function it happened
 */
record ErrorData(
        String sqlState, String message, Optional<String> hint, int cursor, int bodyCursor, Optional<String> context) {
    // Offsets of the members of struct ErrorData in PostgreSQL's src/include/utils/elog.h, with pointers of four bytes.
    private static final int SQL_STATE = 28;
    private static final int MESSAGE = 32;
    private static final int HINT = 44;
    private static final int CONTEXT = 48;
    private static final int CURSOR = 80;
    private static final int BODY_CURSOR = 84;

    static ErrorData last(Memory memory) {
        int at = Symbols.ERROR_DATA;
        return new ErrorData(
                sqlState(memory.readInt(at + SQL_STATE)),
                text(memory, at + MESSAGE).orElse(""),
                text(memory, at + HINT),
                memory.readInt(at + CURSOR),
                memory.readInt(at + BODY_CURSOR),
                text(memory, at + CONTEXT));
    }

    /** What libpg_query passes on. */
    static ErrorData of(String message, int cursor) {
        return new ErrorData("", message, Optional.empty(), cursor, 0, Optional.empty());
    }

    private static Optional<String> text(Memory memory, int pointer) {
        int address = memory.readInt(pointer);
        return address == 0 ? Optional.empty() : Optional.of(memory.readCString(address, StandardCharsets.UTF_8));
    }

    /** Five characters of six bits each, the first one lowest. */
    private static String sqlState(int packed) {
        StringBuilder state = new StringBuilder();
        for (int shift = 0; shift < 30; shift += 6) {
            state.append((char) ('0' + (packed >> shift & 0x3f)));
        }
        return state.toString();
    }
}
