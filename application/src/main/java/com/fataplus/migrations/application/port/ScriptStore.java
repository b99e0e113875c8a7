package com.fataplus.migrations.application.port;

import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.script.MigrationScript;
import java.util.List;

/** Where revisions are kept. */
public interface ScriptStore {
    /**
     * All revisions by their headers, sorted by location; must fail with {@code InputFailure.ScriptsBroken} naming every file whose header
     * cannot be read. Duplicate ids are the graph's affair.
     */
    List<Revision> revisions();

    /** The whole script, split; must fail with {@code InputFailure.ScriptsBroken} naming all its problems. */
    MigrationScript script(Revision revision);

    /** Writes a new revision and returns it as {@link #revisions} will; must never overwrite. */
    Revision create(RevisionDraft draft);
}
