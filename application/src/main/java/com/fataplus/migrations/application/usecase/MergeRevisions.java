package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.RefusedFailure;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes an empty revision that joins several lines. */
public final class MergeRevisions {
    private static final String HEADS = "heads";

    private final PlanMaker plans;
    private final TypedNames names;
    private final RevisionWriter writer;

    MergeRevisions(PlanMaker plans, TypedNames names, RevisionWriter writer) {
        this.plans = requireNonNull(plans, "plans");
        this.names = requireNonNull(names, "names");
        this.writer = requireNonNull(writer, "writer");
    }

    /**
     * What to join.
     *
     * @param revisions as typed
     * @param message empty for one that names them
     */
    public record Request(List<String> revisions, Optional<String> message, Splice splice, RevisionDetails details) {
        public Request {
            revisions = List.copyOf(revisions);
            requireNonNull(message, "message");
            requireNonNull(splice, "splice");
            requireNonNull(details, "details");
        }
    }

    /** The revision as its file tells it. */
    public record Report(Revision revision) {
        public Report {
            requireNonNull(revision, "revision");
        }
    }

    /** Refuses what would join nothing: one revision, the same one twice, or a revision with its ancestor. */
    public Report run(Request request, RunContext context) {
        context.cancellation().check();
        RevisionGraph graph = plans.files();
        List<RevisionId> parents = ParentChoice.checked(
                graph,
                request.revisions().stream().flatMap(text -> meant(graph, text)).toList(),
                request.splice());
        if (parents.size() < 2) {
            throw nothingToJoin(graph, parents);
        }
        String message = request.message()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> "Merge " + joined(parents, " and "));
        return new Report(writer.write(graph, parents, message, request.details(), context));
    }

    /** All heads are meant, those too that another head depends on: as long as there are several, no revision has its parent for certain. */
    private Stream<RevisionId> meant(RevisionGraph graph, String text) {
        return text.equals(HEADS) ? graph.heads().stream() : names.all(graph, text).stream();
    }

    private static MigrationException nothingToJoin(RevisionGraph graph, List<RevisionId> parents) {
        boolean onlyHead = parents.equals(graph.heads());
        return new MigrationException(new RefusedFailure.NotAllowed(
                "revision.nothing-to-merge",
                parents.isEmpty()
                        ? "there are no revisions to merge"
                        : (onlyHead ? "there is one head only, " : "only one revision is named, ")
                                + joined(parents, ", ") + ": nothing to merge",
                Optional.of("fata heads")));
    }

    private static String joined(List<RevisionId> ids, String between) {
        return ids.stream().map(RevisionId::value).collect(joining(between));
    }
}
