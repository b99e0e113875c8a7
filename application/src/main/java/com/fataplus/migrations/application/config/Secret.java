package com.fataplus.migrations.application.config;

import static java.util.Objects.requireNonNull;

/** A password; never shows itself in logs, errors, events or documents. */
public record Secret(String value) {
    /** What is shown in its place. */
    public static final String MASK = "********";

    public Secret {
        requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return MASK;
    }
}
