package com.fataplus.migrations.application.port;

import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.MigrationScript;
import java.util.List;

/** Where revisions are kept. */
public interface ScriptStore {
    /**
     * All revisions by their headers, sorted by location, and every problem of those files whose header cannot be read: one broken file must
     * not hide the others. Duplicate ids are the graph's affair.
     */
    ScriptSurvey survey();

    /** The whole script, split; must fail with {@code InputFailure.ScriptsBroken} naming all its problems. */
    MigrationScript script(Revision revision);

    /** Writes a new revision and returns it as {@link #survey} will; must never overwrite. */
    Revision create(RevisionDraft draft);

    /**
     * Gives a revision other parents: the value of {@code Revises} in its file's header changes, and must do so at once or not at all; every
     * other byte stays. Returns the revision as {@link #survey} will.
     */
    Revision reparent(Revision revision, List<RevisionId> parents);
}
