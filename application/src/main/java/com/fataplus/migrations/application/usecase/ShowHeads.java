package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import java.util.List;

/** Lists the revisions that nothing builds on, from the files alone. */
public final class ShowHeads {
    private final PlanMaker plans;

    ShowHeads(PlanMaker plans) {
        this.plans = requireNonNull(plans, "plans");
    }

    /** Nothing to choose. */
    public record Request() {}

    /** The heads by parent; one that is only a dependency is marked. */
    public record Report(List<RevisionLine> heads) {
        public Report {
            heads = List.copyOf(heads);
        }
    }

    /** Reads headers only. */
    public Report run(Request request, RunContext context) {
        requireNonNull(request, "request");
        context.cancellation().check();
        RevisionGraph graph = plans.files();
        return new Report(graph.heads().stream()
                .map(id -> RevisionLine.of(graph.find(id).orElseThrow(), graph))
                .toList());
    }
}
