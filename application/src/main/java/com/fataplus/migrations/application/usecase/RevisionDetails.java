package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What may be asked of a new revision beyond its parents and message.
 *
 * @param id a name of the user's; empty for one made as configured
 * @param labels names for the line that begins with it
 * @param dependsOn revisions that must be applied first, as typed
 * @param folder one of the configured folders, as typed; empty for that of its parents
 */
public record RevisionDetails(
        Optional<String> id, List<String> labels, List<String> dependsOn, Optional<String> folder) {
    /** Nothing special. */
    public static final RevisionDetails NONE =
            new RevisionDetails(Optional.empty(), List.of(), List.of(), Optional.empty());

    public RevisionDetails {
        requireNonNull(id, "id");
        labels = List.copyOf(labels);
        dependsOn = List.copyOf(dependsOn);
        requireNonNull(folder, "folder");
    }
}
