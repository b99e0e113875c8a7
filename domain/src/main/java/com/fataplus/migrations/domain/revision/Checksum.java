package com.fataplus.migrations.domain.revision;

import static java.util.Objects.requireNonNull;

/** SHA-256 of what a revision runs, in lower-case hexadecimal; equal checksums mean the same work. */
public record Checksum(String value) {
    public Checksum {
        requireNonNull(value, "value");
        if (!value.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + value);
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
