package com.fataplus.migrations.domain.script;

import static java.util.Objects.requireNonNull;

/** What can be left open by mistake. */
enum Opening {
    STRING("quote", "this string constant never ends", "close it with ' (a quote within it is written '')"),
    IDENTIFIER("identifier", "this quoted identifier never ends", "close it with \""),
    DOLLAR_QUOTE("dollar-quote", "this dollar-quoted string never ends", "close it with the same $tag$ it begins with"),
    COMMENT("comment", "this comment never ends", "close it with */ (comments nest)"),
    PARENTHESIS("parenthesis", "this parenthesis is never closed", "close it with )"),
    BODY("body", "this BEGIN ATOMIC body never ends", "close it with END"),
    CASE("case", "this CASE never ends", "close it with END"),
    COPY_DATA(
            "copy-data",
            "the data of this COPY runs over a section marker to the end of the file",
            "end the data with a line of its own that says \\.");

    private final String name;
    private final String message;
    private final String hint;

    Opening(String name, String message, String hint) {
        this.name = requireNonNull(name, "name");
        this.message = requireNonNull(message, "message");
        this.hint = requireNonNull(hint, "hint");
    }

    String code() {
        return "script.unterminated-" + name;
    }

    String message() {
        return message;
    }

    String hint() {
        return hint;
    }
}
