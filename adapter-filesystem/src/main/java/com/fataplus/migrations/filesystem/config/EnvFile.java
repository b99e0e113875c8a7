package com.fataplus.migrations.filesystem.config;

import com.fataplus.migrations.filesystem.config.Layer.Raw;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A .env file as Compose and python-dotenv read it: {@code NAME=value}, {@code export} before it or not; a value in single quotes as it is, in
 * double quotes with backslash escapes, both over several lines if need be; without quotes up to a {@code #} behind a blank, so that a password
 * may have one within. Variables inside values are not replaced.
 */
record EnvFile(Map<String, Raw> values, List<String> problems) {
    /** What is known of a file that is not there. */
    static final EnvFile EMPTY = new EnvFile(Map.of(), List.of());

    private static final Pattern ENTRY = Pattern.compile(
            "[ \\t]*(?:export[ \\t]+)?(?<name>[A-Za-z_][A-Za-z0-9_.-]*)[ \\t]*="
                    + "(?:[ \\t]*'(?<single>[^']*)'"
                    + "|[ \\t]*\"(?<double>[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\""
                    + "|(?<plain>(?![ \\t]*['\"])[^\\r\\n]*))"
                    + "(?:[ \\t]+#[^\\r\\n]*)?[ \\t]*(?:\\R|\\z)",
            Pattern.DOTALL);
    private static final Pattern NOTHING = Pattern.compile("[ \\t]*(?:#[^\\r\\n]*)?(?:\\R|\\z)");
    private static final Pattern LINE = Pattern.compile("[^\\r\\n]*(?:\\R|\\z)");
    private static final Pattern COMMENT = Pattern.compile("[ \\t]+#.*");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)", Pattern.DOTALL);

    EnvFile {
        values = Map.copyOf(values);
        problems = List.copyOf(problems);
    }

    /**
     * Reads the text; a problem never repeats it.
     *
     * @param shown the file's path as its user knows it
     */
    static EnvFile parse(String shown, String text) {
        Map<String, Raw> values = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        Matcher matcher = ENTRY.matcher(text);
        int at = 0;
        int line = 1;
        while (at < text.length()) {
            String origin = shown + ":" + line;
            matcher.region(at, text.length());
            if (matcher.usePattern(ENTRY).lookingAt()) {
                values.put(matcher.group("name"), new Raw(value(matcher), origin));
            } else if (!matcher.usePattern(NOTHING).lookingAt()) {
                matcher.usePattern(LINE).lookingAt();
                problems.add(origin + ": not of the form NAME=value");
            }
            line += lineEnds(text.substring(at, matcher.end()));
            at = matcher.end();
        }
        return new EnvFile(values, problems);
    }

    private static String value(Matcher entry) {
        if (entry.group("single") != null) {
            return entry.group("single");
        }
        return entry.group("double") != null
                ? ESCAPE.matcher(entry.group("double"))
                        .replaceAll(escape -> Matcher.quoteReplacement(meaning(escape.group(1))))
                : COMMENT.matcher(entry.group("plain")).replaceFirst("").strip();
    }

    private static String meaning(String escaped) {
        return switch (escaped) {
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            case "\"", "\\", "$", "'" -> escaped;
            case String other -> "\\" + other;
        };
    }

    private static int lineEnds(String text) {
        return (int) Pattern.compile("\\R").matcher(text).results().count();
    }
}
