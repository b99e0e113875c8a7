package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.ServerFailure;
import com.fataplus.migrations.application.port.Database;
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

/** Finds every problem of every file at once, and compares with the ledger where there is one to reach. */
public final class Validate {
    private final ScriptStore scripts;
    private final GrammarCheck grammar;
    private final PlanMaker plans;
    private final Database database;

    Validate(ScriptStore scripts, GrammarCheck grammar, PlanMaker plans, Database database) {
        this.scripts = requireNonNull(scripts, "scripts");
        this.grammar = requireNonNull(grammar, "grammar");
        this.plans = requireNonNull(plans, "plans");
        this.database = requireNonNull(database, "database");
    }

    /** Whether to compare with what was applied. */
    public enum LedgerCheck {
        /** Where the server answers; else the report says that it was not done. */
        WHERE_REACHABLE,
        /** Files only. */
        NO
    }

    /**
     * What to look at.
     *
     * @param file a file name or path, as typed; empty for all
     */
    public record Request(Optional<String> file, LedgerCheck ledger) {
        public Request {
            requireNonNull(file, "file");
            requireNonNull(ledger, "ledger");
        }
    }

    /**
     * What was found.
     *
     * @param files how many files were looked at
     * @param heads where there are several: a warning, as a deployment takes them all
     * @param edited applied revisions whose files were changed since
     * @param ledgerNotRead why the ledger was not compared; empty where it was, or was not to be
     */
    public record Report(
            int files,
            List<ScriptProblem> scriptProblems,
            List<GraphProblem> graphProblems,
            List<RevisionId> heads,
            List<RevisionId> edited,
            Optional<String> ledgerNotRead) {
        public Report {
            scriptProblems = List.copyOf(scriptProblems);
            graphProblems = List.copyOf(graphProblems);
            heads = List.copyOf(heads);
            edited = List.copyOf(edited);
            requireNonNull(ledgerNotRead, "ledgerNotRead");
        }
    }

    /** Reads every file whole. */
    public Report run(Request request, RunContext context) {
        ScriptSurvey survey = scripts.survey();
        List<Revision> chosen = chosen(request, survey);
        List<ScriptProblem> scriptProblems = new ArrayList<>(survey.problems().stream()
                .filter(problem -> isChosen(request, problem.location()))
                .toList());
        scriptProblems.addAll(problemsOf(chosen, context));
        GraphCheck check = RevisionGraph.check(survey.revisions());
        LedgerLook look = look(request, check);
        return new Report(
                (int) Stream.concat(
                                chosen.stream().map(Revision::location),
                                scriptProblems.stream().map(ScriptProblem::location))
                        .distinct()
                        .count(),
                scriptProblems,
                graphProblems(check, survey),
                heads(check),
                look.edited(),
                look.notRead());
    }

    private List<ScriptProblem> problemsOf(List<Revision> chosen, RunContext context) {
        List<ScriptProblem> problems = new ArrayList<>();
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

    private record LedgerLook(List<RevisionId> edited, Optional<String> notRead) {}

    private LedgerLook look(Request request, GraphCheck check) {
        return switch (check) {
            case GraphCheck.Broken ignored -> new LedgerLook(List.of(), Optional.empty());
            case GraphCheck.Sound sound ->
                switch (request.ledger()) {
                    case NO -> new LedgerLook(List.of(), Optional.empty());
                    case WHERE_REACHABLE -> compared(request, sound.graph());
                };
        };
    }

    private LedgerLook compared(Request request, RevisionGraph graph) {
        try {
            List<RevisionId> edited = plans.edited(graph, database.ledger()).stream()
                    .filter(id -> isChosen(request, graph.find(id).orElseThrow().location()))
                    .toList();
            return new LedgerLook(edited, Optional.empty());
        } catch (MigrationException e) {
            if (e.failure() instanceof ServerFailure) {
                return new LedgerLook(List.of(), Optional.of(e.failure().summary()));
            }
            throw e;
        }
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
