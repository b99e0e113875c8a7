package com.fataplus.migrations.domain.plan;

import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.revision.GraphNotation;
import com.fataplus.migrations.domain.revision.RandomGraphs;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.revision.RevisionSpec;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Writes down in which order a big graph is planned, for processes that differ in everything that must not matter. */
public final class PlanOrder {
    private static final int REVISIONS = 2_000;
    private static final int A_LINE = 16;

    private PlanOrder() {}

    /** Prints the order on standard output. */
    public static void main(String[] arguments) {
        System.out.print(text());
        System.out.flush();
    }

    /** All revisions, a few of them in a line. */
    static String text() {
        RevisionGraph graph = GraphNotation.graph(RandomGraphs.manyLines(REVISIONS, new Random(7)));
        var plan = (MigrationPlan) new Planner().upgrade(graph, Ledger.EMPTY, RevisionSpec.HEADS);
        List<String> order = plan.steps().stream()
                .map(PlanStep::revision)
                .map(Revision::id)
                .map(RevisionId::value)
                .toList();
        return IntStream.range(0, (order.size() + A_LINE - 1) / A_LINE)
                .mapToObj(line ->
                        String.join(" ", order.subList(A_LINE * line, Math.min(order.size(), A_LINE * (line + 1)))))
                .collect(joining("\n", "", "\n"));
    }
}
