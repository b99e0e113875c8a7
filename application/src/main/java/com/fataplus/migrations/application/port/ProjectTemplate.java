package com.fataplus.migrations.application.port;

import static java.util.Objects.requireNonNull;

/** One way to begin a project: its name, and a line on what it is for. */
public record ProjectTemplate(String name, String description) {
    public ProjectTemplate {
        requireNonNull(name, "name");
        requireNonNull(description, "description");
    }
}
