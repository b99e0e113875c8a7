package com.fataplus.migrations.domain.revision;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/** SHA-256 of what a revision runs, in lower-case hexadecimal; equal checksums mean the same work. */
public record Checksum(String value) {
    public Checksum {
        requireNonNull(value, "value");
        if (!value.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + value);
        }
    }

    /** The checksum of a text, as UTF-8. */
    public static Checksum of(String text) {
        return ofParts(parts -> parts.accept(text));
    }

    /** The checksum of a text that is never whole in memory: whoever has its parts hands over one after the other. */
    public static Checksum ofParts(Consumer<Consumer<String>> text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            text.accept(part -> digest.update(part.getBytes(StandardCharsets.UTF_8)));
            return new Checksum(HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Enough of it to tell two apart in a message. */
    public String abbreviated() {
        return value.substring(0, 12);
    }

    @Override
    public String toString() {
        return value;
    }
}
