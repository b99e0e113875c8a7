package com.fataplus.migrations.domain.script;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.revision.Checksum;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.Optional;

/** Both halves of one revision, split into statements and known by their checksum. */
public record MigrationScript(RevisionId revision, Section up, Undo down, Checksum checksum) {
    public MigrationScript {
        requireNonNull(revision, "revision");
        requireNonNull(up, "up");
        requireNonNull(down, "down");
        requireNonNull(checksum, "checksum");
    }

    /** The same script under the checksum of the file that it once came from. */
    public MigrationScript withChecksum(Checksum original) {
        return new MigrationScript(revision, up, down, original);
    }

    /** The section that runs in a direction; empty where the revision cannot go there. */
    public Optional<Section> section(Direction direction) {
        return switch (direction) {
            case UP -> Optional.of(up);
            case DOWN ->
                switch (down) {
                    case Undo.Reversible reversible -> Optional.of(reversible.section());
                    case Undo.Irreversible ignored -> Optional.empty();
                };
        };
    }
}
