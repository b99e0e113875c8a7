package com.fataplus.migrations.postgres.grammar;

/** Reads a string out of a JSON document. */
final class JsonString {
    private JsonString() {}

    /** The string whose first character, after the quote, is at {@code start}. */
    static String read(String json, int start) {
        StringBuilder text = new StringBuilder();
        int at = start;
        while (json.charAt(at) != '"') {
            if (json.charAt(at) != '\\') {
                text.append(json.charAt(at++));
            } else if (json.charAt(at + 1) == 'u') {
                text.append((char) Integer.parseInt(json, at + 2, at + 6, 16));
                at += 6;
            } else {
                text.append(unescaped(json.charAt(at + 1)));
                at += 2;
            }
        }
        return text.toString();
    }

    private static char unescaped(char letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> letter;
        };
    }
}
