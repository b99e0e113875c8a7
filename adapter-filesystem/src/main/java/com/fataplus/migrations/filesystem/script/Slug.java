package com.fataplus.migrations.filesystem.script;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A message as part of a file name. */
final class Slug {
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    private Slug() {}

    /** Its words in lower case, accents kept, joined by underscores; at most so many characters, cut between words where there are several. */
    static String of(String message, int longest) {
        String all = WORD.matcher(message)
                .results()
                .map(MatchResult::group)
                .collect(joining("_"))
                .toLowerCase(Locale.ROOT);
        if (all.codePointCount(0, all.length()) <= longest) {
            return all;
        }
        int end = all.offsetByCodePoints(0, longest);
        int between = all.lastIndexOf('_', end);
        return all.substring(0, between > 0 ? between : end);
    }
}
