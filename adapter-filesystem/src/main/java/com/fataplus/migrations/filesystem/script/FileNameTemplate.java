package com.fataplus.migrations.filesystem.script;

import com.fataplus.migrations.application.port.RevisionDraft;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How new revision files are named, as {@code {rev}_{slug}.sql}: tokens in braces, the rest as it is. Slashes make folders.
 *
 * @param slugLength the most characters that the message takes
 */
public record FileNameTemplate(String text, int slugLength) {
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern SLUG_AND_SEPARATOR = Pattern.compile("[ _.-]?\\{slug}");

    public FileNameTemplate {
        problemWith(text).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
    }

    /** Says why a text is no template for file names that revisions are found by; empty where it is one. */
    public static Optional<String> problemWith(String text) {
        if (!text.endsWith(".sql")) {
            return Optional.of("a revision's file name ends with .sql");
        }
        if (!text.contains("{rev}")) {
            return Optional.of("a revision's file name needs {rev}, which no two revisions share");
        }
        if (text.contains("\\") || Arrays.stream(text.split("/", -1)).anyMatch(FileNameTemplate::isNoVisibleName)) {
            return Optional.of("a revision's file is not hidden, and folders are parted by single slashes");
        }
        return BRACES.matcher(text)
                .results()
                .map(result -> result.group(1))
                .filter(name -> Token.named(name).isEmpty())
                .map(name -> "there is no token {" + name + "}; there are " + Token.list())
                .findFirst();
    }

    private static boolean isNoVisibleName(String name) {
        return name.isBlank() || name.startsWith(".");
    }

    /** The file name for a draft. A message without letters and digits gives no slug, and its separator goes too. */
    String name(RevisionDraft draft) {
        String slug = Slug.of(draft.message(), slugLength);
        String template = slug.isEmpty() ? SLUG_AND_SEPARATOR.matcher(text).replaceAll("") : text;
        return BRACES.matcher(template).replaceAll(braces -> Matcher.quoteReplacement(value(braces, draft, slug)));
    }

    private static String value(MatchResult braces, RevisionDraft draft, String slug) {
        OffsetDateTime created = draft.created();
        return switch (Token.named(braces.group(1)).orElseThrow()) {
            case REV -> draft.id().value();
            case SLUG -> slug;
            case YEAR -> digits(4, created.getYear());
            case MONTH -> digits(2, created.getMonthValue());
            case DAY -> digits(2, created.getDayOfMonth());
            case HOUR -> digits(2, created.getHour());
            case MINUTE -> digits(2, created.getMinute());
            case SECOND -> digits(2, created.getSecond());
            case EPOCH -> String.valueOf(created.toEpochSecond());
        };
    }

    /** The same digits in every locale. */
    private static String digits(int width, int number) {
        return String.format(Locale.ROOT, "%0" + width + "d", number);
    }

    private enum Token {
        REV,
        SLUG,
        YEAR,
        MONTH,
        DAY,
        HOUR,
        MINUTE,
        SECOND,
        EPOCH;

        static Optional<Token> named(String name) {
            return Arrays.stream(values())
                    .filter(token -> token.toString().equals(name))
                    .findFirst();
        }

        static String list() {
            return Arrays.stream(values()).map(token -> "{" + token + "}").collect(Collectors.joining(" "));
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
