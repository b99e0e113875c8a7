package com.fataplus.migrations.postgres.grammar;

import java.util.List;

/**
 * What the functions that pass between the module and us are called in this release of libpg-query. Emscripten shortens the names anew in
 * each release; its JavaScript file tells which is which.
 */
final class Symbols {
    /** The version of libpg-query, whose major version is PostgreSQL's. */
    static final String RELEASE = "18.1.5";

    /** What the module gives. */
    static final String INITIALIZE = "A";

    static final String MALLOC = "C";
    static final String FREE = "E";
    static final String PARSE = "F";
    static final String FREE_PARSE_RESULT = "G";
    static final String PARSE_PLPGSQL = "H";
    static final String FREE_STRING = "N";
    static final String SET_THREW = "P";
    static final String STACK_RESTORE = "Q";
    static final String STACK_SAVE = "R";

    /** What the module wants: calls through a function pointer that a longjmp may end. */
    static final List<String> INVOKE = List.of("a", "b", "d", "e", "f", "g", "h", "i", "j", "k", "l", "n", "y");

    static final String THROW_LONGJMP = "p";
    static final String RESIZE_HEAP = "q";
    static final String FD_WRITE = "t";

    /** The address of PostgreSQL's {@code errordata}: what it knows of the error it reported last. */
    static final int ERROR_DATA = 956_496;

    /** How much of its memory the module was built to use as the C program's stack. */
    static final int STACK_BYTES = 32 << 20;

    private Symbols() {}
}
