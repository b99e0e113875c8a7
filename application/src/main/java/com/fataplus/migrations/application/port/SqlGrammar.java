package com.fataplus.migrations.application.port;

import com.fataplus.migrations.domain.script.ScriptProblem;
import com.fataplus.migrations.domain.script.Section;
import java.util.List;

/** PostgreSQL's own grammar, asked without a server; may be asked by several threads at once. */
public interface SqlGrammar {
    /** Names the grammar and its version; two answers under one name must not differ. */
    String version();

    /**
     * Every statement that PostgreSQL would not be able to read, in the order of the file, with the code {@code sql.syntax}. What names and
     * types mean is not looked at. A statement that could not be judged must be among the answers, too, with the code
     * {@code sql.not-checked}.
     */
    List<ScriptProblem> check(Section section);
}
