package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;
import static java.util.function.Predicate.not;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.ScriptStore;
import com.fataplus.migrations.application.port.ScriptSurvey;
import com.fataplus.migrations.domain.revision.GraphCheck;
import com.fataplus.migrations.domain.revision.GraphProblem;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.ScriptProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds every problem of every file at once, and asks the database where there is one to reach. */
public final class Validate {
    /** Of a statement that the grammar could not judge. */
    private static final String NOT_CHECKED = "sql.not-checked";

    private final ScriptStore scripts;
    private final GrammarCheck grammar;
    private final DatabaseChecks database;

    Validate(ScriptStore scripts, GrammarCheck grammar, DatabaseChecks database) {
        this.scripts = requireNonNull(scripts, "scripts");
        this.grammar = requireNonNull(grammar, "grammar");
        this.database = requireNonNull(database, "database");
    }

    /** Whether to ask the database that is migrated. */
    public enum DatabaseUse {
        /** Where the server answers; else the report says what was not done. */
        WHERE_REACHABLE,
        /** Files only. */
        NONE
    }

    /** Whether to run the files in a scratch database beside the one that is migrated. */
    public enum ScratchUse {
        /** Where something is new or edited, and a scratch database can be had; else the report says what was not done. */
        AUTO,
        /** All files; fails where no scratch database can be had. */
        ALWAYS,
        NEVER
    }

    /**
     * What to look at.
     *
     * @param file a file name or path, as typed; empty for all
     */
    public record Request(Optional<String> file, DatabaseUse database, ScratchUse scratch) {
        public Request {
            requireNonNull(file, "file");
            requireNonNull(database, "database");
            requireNonNull(scratch, "scratch");
        }
    }

    /**
     * What was found.
     *
     * @param files how many files were looked at
     * @param heads where there are several: a warning, as a deployment takes them all
     * @param edited applied revisions whose files were changed since
     * @param unchecked what was asked for and could not be done
     */
    public record Report(
            int files,
            List<ScriptProblem> scriptProblems,
            List<GraphProblem> graphProblems,
            List<RevisionId> heads,
            List<Revision> edited,
            List<Unchecked> unchecked) {
        public Report {
            scriptProblems = List.copyOf(scriptProblems);
            graphProblems = List.copyOf(graphProblems);
            heads = List.copyOf(heads);
            edited = List.copyOf(edited);
            unchecked = List.copyOf(unchecked);
        }
    }

    /** Reads every file whole. */
    public Report run(Request request, RunContext context) {
        ScriptSurvey survey = scripts.survey();
        List<Revision> chosen = chosen(request, survey);
        List<ScriptProblem> said = problems(request, survey, chosen, context);
        GraphCheck check = RevisionGraph.check(survey.revisions());
        DatabaseFindings found = askDatabase(request, check, chosen, said, context);
        return new Report(
                (int) Stream.concat(
                                chosen.stream().map(Revision::location),
                                said.stream().map(ScriptProblem::location))
                        .distinct()
                        .count(),
                Stream.concat(said.stream().filter(Validate::isProblem), found.problems().stream())
                        .toList(),
                graphProblems(check, survey),
                heads(check),
                found.edited(),
                Stream.concat(
                                said.stream()
                                        .filter(not(Validate::isProblem))
                                        .map(problem ->
                                                new Unchecked("syntax at " + problem.place(), problem.message())),
                                found.unchecked().stream())
                        .toList());
    }

    private List<ScriptProblem> problems(
            Request request, ScriptSurvey survey, List<Revision> chosen, RunContext context) {
        List<ScriptProblem> problems = new ArrayList<>(survey.problems().stream()
                .filter(problem -> isChosen(request, problem.location()))
                .toList());
        try {
            for (Revision revision : chosen) {
                context.cancellation().check();
                problems.addAll(problemsOf(revision));
            }
        } finally {
            grammar.remember();
        }
        return problems;
    }

    private List<ScriptProblem> problemsOf(Revision revision) {
        try {
            return grammar.problems(scripts.script(revision));
        } catch (MigrationException e) {
            if (e.failure() instanceof InputFailure.ScriptsBroken broken) {
                return broken.problems();
            }
            throw e;
        }
    }

    private static boolean isProblem(ScriptProblem problem) {
        return !problem.code().equals(NOT_CHECKED);
    }

    private DatabaseFindings askDatabase(
            Request request, GraphCheck check, List<Revision> chosen, List<ScriptProblem> said, RunContext context) {
        return switch (request.database()) {
            case NONE -> DatabaseFindings.NONE;
            case WHERE_REACHABLE ->
                switch (check) {
                    case GraphCheck.Broken ignored ->
                        DatabaseFindings.unchecked("against the database", "the graph has problems");
                    case GraphCheck.Sound sound -> {
                        List<Revision> readable = chosen.stream()
                                .filter(revision -> said.stream()
                                        .filter(Validate::isProblem)
                                        .noneMatch(problem -> problem.location().equals(revision.location())))
                                .toList();
                        yield database.findings(sound.graph(), chosen, readable, request.scratch(), context);
                    }
                };
        };
    }

    /** With unreadable files left out, a missing parent may be one of them: told once, by the file itself. */
    private static List<GraphProblem> graphProblems(GraphCheck check, ScriptSurvey survey) {
        return switch (check) {
            case GraphCheck.Sound ignored -> List.of();
            case GraphCheck.Broken broken ->
                broken.problems().stream()
                        .filter(problem -> survey.problems().isEmpty() || !(problem instanceof GraphProblem.Missing))
                        .toList();
        };
    }

    private static List<RevisionId> heads(GraphCheck check) {
        return switch (check) {
            case GraphCheck.Sound sound -> sound.graph().heads();
            case GraphCheck.Broken ignored -> List.of();
        };
    }

    private static List<Revision> chosen(Request request, ScriptSurvey survey) {
        List<Revision> chosen = survey.revisions().stream()
                .filter(revision -> isChosen(request, revision.location()))
                .toList();
        boolean isBroken = survey.problems().stream().anyMatch(problem -> isChosen(request, problem.location()));
        if (request.file().isPresent() && chosen.isEmpty() && !isBroken) {
            throw new MigrationException(new InputFailure.BadRequest(
                    "validate.no-such-file",
                    "no revision file is called " + request.file().get(),
                    Optional.of("fata history -v")));
        }
        return chosen;
    }

    private static boolean isChosen(Request request, String location) {
        return request.file()
                .map(file -> location.equals(file) || location.endsWith("/" + file) || file.endsWith("/" + location))
                .orElse(true);
    }
}
