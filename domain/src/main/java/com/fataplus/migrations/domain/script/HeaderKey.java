package com.fataplus.migrations.domain.script;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The keys of a header. */
enum HeaderKey {
    REVISION("Revision"),
    REVISES("Revises"),
    DEPENDS_ON("Depends on"),
    LABELS("Labels"),
    CREATED("Created");

    /** What other tools and careless fingers call them. */
    private static final Map<String, HeaderKey> ELSEWHERE = Map.of(
            "rev", REVISION,
            "down revision", REVISES,
            "parent", REVISES,
            "parents", REVISES,
            "depends", DEPENDS_ON,
            "dependencies", DEPENDS_ON,
            "label", LABELS,
            "branch labels", LABELS,
            "create date", CREATED,
            "date", CREATED);

    private final String spelling;

    HeaderKey(String spelling) {
        this.spelling = requireNonNull(spelling, "spelling");
    }

    /** The key of that name, capitals aside. */
    static Optional<HeaderKey> named(String name) {
        return Arrays.stream(values())
                .filter(key -> key.spelling.equalsIgnoreCase(name))
                .findFirst();
    }

    /** The key that somebody probably meant. */
    static Optional<HeaderKey> similarTo(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[_-]", " ");
        return Optional.ofNullable(ELSEWHERE.get(plain))
                .or(() -> Similar.to(plain, spellings()).flatMap(HeaderKey::named));
    }

    /** All of them, to be listed. */
    static String list() {
        return spellings().stream().collect(Collectors.joining(", "));
    }

    private static List<String> spellings() {
        return Arrays.stream(values()).map(HeaderKey::toString).toList();
    }

    @Override
    public String toString() {
        return spelling;
    }
}
