package com.fataplus.migrations.postgres;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.IntStream;

/** Values written into SQL where there are no parameters, whatever {@code standard_conforming_strings} says. */
final class SqlLiteral {
    private SqlLiteral() {}

    /** In single quotes, whatever is in it. */
    static String of(String text) {
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.contains("\\") ? "E" + quoted.replace("\\", "\\\\") : quoted;
    }

    static String of(Optional<String> text) {
        return text.map(SqlLiteral::of).orElse("null");
    }

    static String array(Collection<String> texts) {
        return texts.isEmpty() ? "'{}'" : texts.stream().map(SqlLiteral::of).collect(joining(", ", "array[", "]"));
    }

    /** In dollar quotes, so that a text of many lines can be read; {@code tag} is lengthened where the text has it. */
    static String dollarQuoted(String tag, String text) {
        String free = IntStream.iterate(0, number -> number + 1)
                .mapToObj(number -> number == 0 ? tag : tag + number)
                .filter(candidate -> !text.contains("$" + candidate))
                .findFirst()
                .orElseThrow();
        return "$" + free + "$" + text + "$" + free + "$";
    }
}
