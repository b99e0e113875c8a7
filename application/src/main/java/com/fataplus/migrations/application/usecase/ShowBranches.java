package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import java.util.List;

/** Lists the revisions where lines part, from the files alone. */
public final class ShowBranches {
    private final PlanMaker plans;

    ShowBranches(PlanMaker plans) {
        this.plans = requireNonNull(plans, "plans");
    }

    /** Nothing to choose. */
    public record Request() {}

    /** A revision that is a parent of several, and those. */
    public record Fork(RevisionLine point, List<RevisionLine> children) {
        public Fork {
            requireNonNull(point, "point");
            children = List.copyOf(children);
        }
    }

    /** The forks, newest first. */
    public record Report(List<Fork> forks) {
        public Report {
            forks = List.copyOf(forks);
        }
    }

    /** Reads headers only. */
    public Report run(Request request, RunContext context) {
        requireNonNull(request, "request");
        context.cancellation().check();
        RevisionGraph graph = plans.files();
        var points = RevisionLine.all(graph.newestFirst(graph.branchPoints()), graph);
        return new Report(points.stream()
                .map(point -> new Fork(
                        point,
                        RevisionLine.all(graph.childrenOf(point.revision().id()), graph)))
                .toList());
    }
}
