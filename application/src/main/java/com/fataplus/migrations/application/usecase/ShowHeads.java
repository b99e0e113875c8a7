package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.domain.revision.Follow;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.List;

/** Lists the revisions that nothing builds on, from the files alone. */
public final class ShowHeads {
    private final PlanMaker plans;

    ShowHeads(PlanMaker plans) {
        this.plans = requireNonNull(plans, "plans");
    }

    /**
     * What counts as building on a revision.
     *
     * @param follow with dependencies, the answer is what a database has at its heads when everything is applied
     */
    public record Request(Follow follow) {
        public Request {
            requireNonNull(follow, "follow");
        }
    }

    /** The heads; one that something depends on is marked. */
    public record Report(List<RevisionLine> heads) {
        public Report {
            heads = List.copyOf(heads);
        }
    }

    /** Reads headers only. */
    public Report run(Request request, RunContext context) {
        context.cancellation().check();
        RevisionGraph graph = plans.files();
        List<RevisionId> heads = switch (request.follow()) {
            case PARENTS -> graph.heads();
            case PARENTS_AND_DEPENDENCIES -> graph.effectiveHeads();
        };
        return new Report(RevisionLine.all(heads, graph));
    }
}
