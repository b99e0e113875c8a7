package com.fataplus.migrations.application.port;

import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.domain.script.ScriptProblem;
import com.fataplus.migrations.domain.script.Section;
import java.util.List;

/** The grammar of the very server that the database is on. */
public interface ServerGrammar {
    /**
     * Every statement that this server cannot read, in the order of the sections, with the code {@code sql.syntax}. Must execute none of
     * them and must not call anything wrong that the server would run; some wrong statements may go unnoticed. Fails with a
     * {@code ServerFailure} where the server cannot be asked.
     */
    List<ScriptProblem> check(List<Section> sections, Cancellation cancellation);
}
