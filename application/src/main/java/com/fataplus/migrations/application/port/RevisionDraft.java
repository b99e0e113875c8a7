package com.fataplus.migrations.application.port;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A revision about to be written, its sections still empty.
 *
 * @param message one line: line breaks and control characters become blanks
 */
public record RevisionDraft(
        RevisionId id,
        List<RevisionId> parents,
        List<String> dependsOn,
        SortedSet<String> labels,
        String message,
        OffsetDateTime created,
        Folder folder) {
    public RevisionDraft {
        requireNonNull(id, "id");
        parents = List.copyOf(parents);
        dependsOn = List.copyOf(dependsOn);
        labels = Collections.unmodifiableSortedSet(new TreeSet<>(labels));
        message = message.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
        requireNonNull(created, "created");
        requireNonNull(folder, "folder");
    }

    /** Where the file goes. */
    public sealed interface Folder {
        /** One of the configured folders, as typed. */
        record Named(String path) implements Folder {
            public Named {
                requireNonNull(path, "path");
            }
        }

        /** The configured folder that these revisions come from; for none of them, the only one there is. */
        record NextTo(List<Revision> parents) implements Folder {
            public NextTo {
                parents = List.copyOf(parents);
            }
        }
    }
}
