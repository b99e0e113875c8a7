package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.port.ProjectStore;
import java.util.List;

/** Lays out a new migration directory. */
public final class InitProject {
    private final ProjectStore projects;

    public InitProject(ProjectStore projects) {
        this.projects = requireNonNull(projects, "projects");
    }

    /** The directory as typed. */
    public record Request(String directory) {
        public Request {
            requireNonNull(directory, "directory");
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
        return new Report(request.directory(), projects.create(request.directory()));
    }
}
