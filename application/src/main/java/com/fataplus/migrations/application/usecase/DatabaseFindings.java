package com.fataplus.migrations.application.usecase;

import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.script.ScriptProblem;
import java.util.List;
import java.util.stream.Stream;

/** What a database had to say of revision files. */
record DatabaseFindings(List<ScriptProblem> problems, List<Revision> edited, List<Unchecked> unchecked) {
    static final DatabaseFindings NONE = new DatabaseFindings(List.of(), List.of(), List.of());

    DatabaseFindings {
        problems = List.copyOf(problems);
        edited = List.copyOf(edited);
        unchecked = List.copyOf(unchecked);
    }

    static DatabaseFindings unchecked(String what, String why) {
        return new DatabaseFindings(List.of(), List.of(), List.of(new Unchecked(what, why)));
    }

    static DatabaseFindings edited(List<Revision> edited) {
        return new DatabaseFindings(List.of(), edited, List.of());
    }

    static DatabaseFindings problems(List<ScriptProblem> problems) {
        return new DatabaseFindings(problems, List.of(), List.of());
    }

    DatabaseFindings and(DatabaseFindings more) {
        return new DatabaseFindings(
                joined(problems, more.problems), joined(edited, more.edited), joined(unchecked, more.unchecked));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
