package com.fataplus.migrations.domain.revision;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** The answer to "do these revisions form a graph?": the graph, or every problem that stands in its way. */
public sealed interface GraphCheck {
    /** They do. */
    record Sound(RevisionGraph graph) implements GraphCheck {
        public Sound {
            requireNonNull(graph, "graph");
        }
    }

    /** They do not, for at least one reason. */
    record Broken(List<GraphProblem> problems) implements GraphCheck {
        public Broken {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("broken, but no problem is named");
            }
        }
    }
}
