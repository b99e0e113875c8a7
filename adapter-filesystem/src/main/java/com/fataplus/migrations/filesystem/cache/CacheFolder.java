package com.fataplus.migrations.filesystem.cache;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a user's programs keep what they can find out again, as the
 * <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG Base Directory Specification</a> has it.
 */
public final class CacheFolder {
    private static final String OURS = "fata";

    private CacheFolder() {}

    /** {@code FATA_CACHE_DIR}, else our folder in {@code XDG_CACHE_HOME} or in {@code ~/.cache}; empty where nobody says any of these. */
    public static Optional<Path> in(Map<String, String> environment) {
        return Stream.of(
                        folder(environment, "FATA_CACHE_DIR"),
                        // The specification has us ignore relative ones.
                        folder(environment, "XDG_CACHE_HOME")
                                .filter(Path::isAbsolute)
                                .map(base -> base.resolve(OURS)),
                        folder(environment, "HOME")
                                .map(home -> home.resolve(".cache").resolve(OURS)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Path> folder(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .filter(value -> !value.isEmpty())
                .map(Path::of);
    }
}
