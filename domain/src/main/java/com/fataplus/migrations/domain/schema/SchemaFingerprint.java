package com.fataplus.migrations.domain.schema;

import static java.util.Objects.requireNonNull;

/** One text for a whole schema: equal fingerprints mean equal schemas, column order included. */
public record SchemaFingerprint(String value) {
    public SchemaFingerprint {
        requireNonNull(value, "value");
        if (!value.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256 in hexadecimal: " + value);
        }
    }

    /** Enough of it to compare by eye. */
    public String abbreviated() {
        return value.substring(0, 12);
    }

    @Override
    public String toString() {
        return value;
    }
}
