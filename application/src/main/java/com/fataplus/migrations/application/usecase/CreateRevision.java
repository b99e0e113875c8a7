package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.List;
import java.util.Optional;

/** Writes a new, empty revision file. */
public final class CreateRevision {
    private static final String HEAD = "head";

    private final PlanMaker plans;
    private final TypedNames names;
    private final RevisionWriter writer;

    CreateRevision(PlanMaker plans, TypedNames names, RevisionWriter writer) {
        this.plans = requireNonNull(plans, "plans");
        this.names = requireNonNull(names, "names");
        this.writer = requireNonNull(writer, "writer");
    }

    /**
     * What to write.
     *
     * @param head what it builds on, as typed: {@code base} begins a line of its own; empty for the only head
     */
    public record Request(String message, Optional<String> head, Splice splice, RevisionDetails details) {
        public Request {
            requireNonNull(message, "message");
            requireNonNull(head, "head");
            requireNonNull(splice, "splice");
            requireNonNull(details, "details");
        }

        /** On top of the only head, with nothing special about it. */
        public Request(String message) {
            this(message, Optional.empty(), Splice.REFUSED, RevisionDetails.NONE);
        }
    }

    /** The revision as its file tells it. */
    public record Report(Revision revision) {
        public Report {
            requireNonNull(revision, "revision");
        }
    }

    /** Never overwrites; refuses where several heads leave the parent uncertain. */
    public Report run(Request request, RunContext context) {
        context.cancellation().check();
        String message = request.message().strip();
        if (message.isEmpty()) {
            throw new MigrationException(new InputFailure.BadRequest(
                    "revision.no-message",
                    "a revision needs a message",
                    Optional.of("fata revision -m \"add plots\"")));
        }
        RevisionGraph graph = plans.files();
        return new Report(writer.write(graph, parents(graph, request), message, request.details(), context));
    }

    private List<RevisionId> parents(RevisionGraph graph, Request request) {
        return request.head()
                .filter(head -> !head.equals(HEAD))
                .map(head -> ParentChoice.checked(graph, names.all(graph, head), request.splice()))
                .orElseGet(() -> ParentChoice.onlyHead(graph));
    }
}
