package com.fataplus.migrations.application.port;

import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.script.ScriptProblem;
import java.util.List;

/**
 * What a look at all headers found.
 *
 * @param revisions those that could be read, sorted by location
 * @param problems what is wrong with the others
 */
public record ScriptSurvey(List<Revision> revisions, List<ScriptProblem> problems) {
    public ScriptSurvey {
        revisions = List.copyOf(revisions);
        problems = List.copyOf(problems);
    }
}
