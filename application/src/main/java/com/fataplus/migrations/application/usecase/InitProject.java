package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.ProjectStore;
import com.fataplus.migrations.application.port.ProjectTemplate;
import java.util.List;
import java.util.Optional;

/** Lays out a new migration directory. */
public final class InitProject {
    private final ProjectStore projects;

    public InitProject(ProjectStore projects) {
        this.projects = requireNonNull(projects, "projects");
    }

    /**
     * Where and what.
     *
     * @param directory as typed
     * @param template the name of one; empty for the usual one
     */
    public record Request(String directory, Optional<String> template) {
        public Request {
            requireNonNull(directory, "directory");
            requireNonNull(template, "template");
        }
    }

    /** The paths written. */
    public record Report(String directory, List<String> paths) {
        public Report {
            requireNonNull(directory, "directory");
            paths = List.copyOf(paths);
        }
    }

    /** Writes all of it or, where the directory is not empty, nothing. */
    public Report run(Request request, RunContext context) {
        context.cancellation().check();
        ProjectTemplate template = request.template()
                .map(this::named)
                .orElseGet(() -> projects.templates().getFirst());
        return new Report(request.directory(), projects.create(request.directory(), template));
    }

    private ProjectTemplate named(String name) {
        return projects.templates().stream()
                .filter(template -> template.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new MigrationException(new InputFailure.BadRequest(
                        "project.no-template",
                        "there is no template '%s'; there are %s"
                                .formatted(
                                        name,
                                        projects.templates().stream()
                                                .map(ProjectTemplate::name)
                                                .collect(joining(", "))),
                        Optional.of("fata list-templates"))));
    }
}
