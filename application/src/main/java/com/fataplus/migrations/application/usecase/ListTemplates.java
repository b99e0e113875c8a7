package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.port.ProjectStore;
import com.fataplus.migrations.application.port.ProjectTemplate;
import java.util.List;

/** Lists what a new project can begin as. */
public final class ListTemplates {
    private final ProjectStore projects;

    public ListTemplates(ProjectStore projects) {
        this.projects = requireNonNull(projects, "projects");
    }

    /** Nothing to choose. */
    public record Request() {}

    /** The templates, the usual one first. */
    public record Report(List<ProjectTemplate> templates) {
        public Report {
            templates = List.copyOf(templates);
        }
    }

    /** Needs neither files nor a database. */
    public Report run(Request request, RunContext context) {
        requireNonNull(request, "request");
        context.cancellation().check();
        return new Report(projects.templates());
    }
}
