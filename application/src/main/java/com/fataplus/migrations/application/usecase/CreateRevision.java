package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.RefusedFailure;
import com.fataplus.migrations.application.port.RevisionDraft;
import com.fataplus.migrations.application.port.ScriptStore;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.revision.SpecRefusal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Writes a new, empty revision file on top of the head. */
public final class CreateRevision {
    private final ScriptStore scripts;
    private final PlanMaker plans;
    private final RevisionNames names;
    private final Clock clock;

    CreateRevision(ScriptStore scripts, PlanMaker plans, RevisionNames names, Clock clock) {
        this.scripts = requireNonNull(scripts, "scripts");
        this.plans = requireNonNull(plans, "plans");
        this.names = requireNonNull(names, "names");
        this.clock = requireNonNull(clock, "clock");
    }

    /**
     * What to write.
     *
     * @param id a name of the user's; empty for one made as configured
     */
    public record Request(String message, Optional<String> id) {
        public Request {
            requireNonNull(message, "message");
            requireNonNull(id, "id");
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
            throw badRequest("revision.no-message", "a revision needs a message", "fata revision -m \"add plots\"");
        }
        RevisionGraph graph = plans.files();
        if (graph.heads().size() > 1) {
            throw new MigrationException(new RefusedFailure.BadName(new SpecRefusal.SeveralHeads(graph.heads())));
        }
        RevisionId id = request.id().map(CreateRevision::named).orElseGet(() -> names.next(graph));
        graph.find(id).ifPresent(taken -> {
            throw badRequest(
                    "revision.id-taken",
                    "revision " + id + " exists already: " + taken.location(),
                    "choose another id");
        });
        return new Report(scripts.create(new RevisionDraft(
                id,
                graph.heads(),
                List.of(),
                new TreeSet<>(),
                message,
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS))));
    }

    private static RevisionId named(String text) {
        RevisionId.problemWith(text).ifPresent(problem -> {
            throw badRequest("revision.bad-id", problem, "letters, digits and _ are always fine");
        });
        return new RevisionId(text);
    }

    private static MigrationException badRequest(String code, String summary, String remedy) {
        return new MigrationException(new InputFailure.BadRequest(code, summary, Optional.of(remedy)));
    }
}
