package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

/**
 * Who runs us, for the journal.
 *
 * @param name the operating system's user at a host
 * @param toolVersion ours
 */
public record Operator(String name, String toolVersion) {
    public Operator {
        requireNonNull(name, "name");
        requireNonNull(toolVersion, "toolVersion");
    }
}
