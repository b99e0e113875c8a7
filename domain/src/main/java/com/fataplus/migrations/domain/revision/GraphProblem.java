package com.fataplus.migrations.domain.revision;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** Why a set of revisions forms no graph. */
public sealed interface GraphProblem {
    /** Stable and dotted, for machines. */
    String code();

    /** For people, naming the files. */
    String message();

    /** Two files with one id. */
    record DuplicateId(RevisionId id, List<String> locations) implements GraphProblem {
        public DuplicateId {
            locations = List.copyOf(locations);
        }

        @Override
        public String code() {
            return "graph.duplicate-id";
        }

        @Override
        public String message() {
            return "several files say 'Revision: " + id + "': " + String.join(", ", locations);
        }
    }

    /** A parent or dependency that no file defines. */
    record Missing(Revision revision, Edge edge, String name, List<String> similar) implements GraphProblem {
        public Missing {
            similar = List.copyOf(similar);
        }

        @Override
        public String code() {
            return "graph.missing-" + edge.word();
        }

        @Override
        public String message() {
            return "%s: revision %s names the %s '%s', which no file defines%s"
                    .formatted(
                            revision.location(),
                            revision.id(),
                            edge.word(),
                            name,
                            similar.isEmpty() ? "" : "; did you mean " + String.join(" or ", similar) + "?");
        }
    }

    /** Revisions that come before themselves; one alone is a self-loop. */
    record Cycle(List<Revision> revisions, Edge edge) implements GraphProblem {
        public Cycle {
            revisions = List.copyOf(revisions);
        }

        @Override
        public String code() {
            return edge == Edge.PARENT ? "graph.cycle" : "graph.dependency-cycle";
        }

        @Override
        public String message() {
            return revisions.stream()
                    .map(revision -> revision.id() + " (" + revision.location() + ")")
                    .collect(joining(" -> ", (edge == Edge.PARENT ? "cycle" : "dependency cycle") + ": ", ""))
                    .concat(" -> " + revisions.getFirst().id());
        }
    }

    /** A label that two revisions claim, or that is another revision's id. */
    record LabelTaken(String label, Revision revision, Revision holder) implements GraphProblem {
        @Override
        public String code() {
            return "graph.label-taken";
        }

        @Override
        public String message() {
            return "%s: the label '%s' is already used by %s (%s)"
                    .formatted(revision.location(), label, holder.id(), holder.location());
        }
    }

    /** How one revision names another. */
    enum Edge {
        PARENT,
        DEPENDENCY;

        String word() {
            return switch (this) {
                case PARENT -> "parent";
                case DEPENDENCY -> "dependency";
            };
        }
    }
}
