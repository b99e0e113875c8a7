package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.plan.CommitScope;
import com.fataplus.migrations.domain.plan.MigrationPlan;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.List;

/**
 * A plan that is ready to run: every script is known, and how it will be committed.
 *
 * @param graph files and ledger joined, which the steps come from
 * @param unknown applied revisions that no file defines: another branch or a newer release put them there
 */
public record PreparedPlan(
        MigrationPlan plan,
        List<PreparedStep> steps,
        CommitScope scope,
        RevisionGraph graph,
        List<RevisionId> unknown) {
    public PreparedPlan {
        requireNonNull(plan, "plan");
        steps = List.copyOf(steps);
        requireNonNull(scope, "scope");
        requireNonNull(graph, "graph");
        unknown = List.copyOf(unknown);
    }

    /** The step of a revision that is in this plan. */
    PreparedStep step(RevisionId id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst().orElseThrow();
    }
}
