package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.FilePrograms;
import com.fataplus.migrations.application.port.ScriptStore;
import com.fataplus.migrations.application.port.ScriptSurvey;
import com.fataplus.migrations.application.usecase.Validate.DatabaseUse;
import com.fataplus.migrations.application.usecase.Validate.ScratchUse;
import com.fataplus.migrations.domain.revision.GraphCheck;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.script.ScriptProblem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens revision files in the user's editor and looks at what became of them. */
public final class EditRevision {
    private final ScriptStore scripts;
    private final PlanMaker plans;
    private final TypedNames names;
    private final FilePrograms programs;
    private final Validate validate;

    EditRevision(ScriptStore scripts, PlanMaker plans, TypedNames names, FilePrograms programs, Validate validate) {
        this.scripts = requireNonNull(scripts, "scripts");
        this.plans = requireNonNull(plans, "plans");
        this.names = requireNonNull(names, "names");
        this.programs = requireNonNull(programs, "programs");
        this.validate = requireNonNull(validate, "validate");
    }

    /** A revision's name, or that of its file, as typed. */
    public record Request(String name) {
        public Request {
            requireNonNull(name, "name");
        }
    }

    /**
     * What was edited.
     *
     * @param found what is wrong with each of the files now, in the same order
     */
    public record Report(List<String> files, List<Validate.Report> found) {
        public Report {
            files = List.copyOf(files);
            found = List.copyOf(found);
        }
    }

    /** A broken file can be opened by its name, and by its id where that is legible. */
    public Report run(Request request, RunContext context) {
        context.cancellation().check();
        List<String> files = files(request.name());
        if (files.isEmpty()) {
            throw new MigrationException(new InputFailure.BadRequest(
                    "edit.no-file",
                    "no revision file is meant by '" + request.name() + "'",
                    Optional.of("fata history -v")));
        }
        programs.edit(files);
        return new Report(
                files,
                files.stream()
                        .map(file -> validate.run(
                                new Validate.Request(Optional.of(file), DatabaseUse.WHERE_REACHABLE, ScratchUse.NEVER),
                                context))
                        .toList());
    }

    private List<String> files(String name) {
        ScriptSurvey survey = scripts.survey();
        List<String> called = Stream.concat(
                        survey.revisions().stream().map(Revision::location),
                        survey.problems().stream().map(ScriptProblem::location))
                .distinct()
                .filter(location -> location.equals(name) || location.endsWith("/" + name))
                .toList();
        return called.isEmpty() ? meant(survey, name) : called;
    }

    private List<String> meant(ScriptSurvey survey, String name) {
        return switch (RevisionGraph.check(survey.revisions())) {
            case GraphCheck.Sound(var graph) -> meantBy(graph, name);
            case GraphCheck.Broken ignored -> {
                List<String> withId = survey.revisions().stream()
                        .filter(revision -> revision.id().value().startsWith(name))
                        .map(Revision::location)
                        .toList();
                yield withId.isEmpty() ? meantBy(plans.files(), name) : withId; // which tells what is wrong
            }
        };
    }

    private List<String> meantBy(RevisionGraph graph, String name) {
        return names.all(graph, name).stream()
                .map(id -> graph.find(id).orElseThrow().location())
                .toList();
    }
}
