package com.fataplus.migrations.domain.revision;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;

/** The name of one revision: unique in its graph, safe in a file name, never a symbol of {@link RevisionSpec}. */
public record RevisionId(String value) implements Comparable<RevisionId> {
    /** Longest name accepted, in characters; the ledger stores it as it is. */
    public static final int LONGEST = 128;

    private static final Set<String> SYMBOLS = Set.of("head", "heads", "base", "current");

    public RevisionId {
        requireNonNull(value, "value");
        problemWith(value).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
    }

    /** Says why a text cannot name a revision (or a label, which follows the same rules); empty where it can. */
    public static Optional<String> problemWith(String text) {
        if (text.isEmpty()) {
            return Optional.of("a revision name cannot be empty");
        }
        if (text.length() > LONGEST) {
            return Optional.of("a revision name has at most " + LONGEST + " characters, this one has " + text.length());
        }
        if (SYMBOLS.contains(text)) {
            return Optional.of("'" + text + "' is a symbol and cannot name a revision");
        }
        if (text.charAt(0) == '.') {
            return Optional.of("a revision name cannot begin with '.'");
        }
        return text.codePoints()
                .filter(RevisionId::isForbidden)
                .mapToObj(point -> "character " + shown(point) + " is not allowed in the revision name '" + text + "'")
                .findFirst();
    }

    private static boolean isForbidden(int point) {
        return "@:+-/\\,\"'`*?<>|;$".indexOf(point) >= 0
                || Character.isWhitespace(point)
                || Character.isISOControl(point)
                || Character.isSpaceChar(point);
    }

    private static String shown(int point) {
        return Character.isISOControl(point) || Character.isSpaceChar(point)
                ? "U+%04X".formatted(point)
                : "'" + Character.toString(point) + "'";
    }

    @Override
    public int compareTo(RevisionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
