package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.RefusedFailure;
import com.fataplus.migrations.application.failure.ServerFailure;
import com.fataplus.migrations.application.port.LedgerReader;
import com.fataplus.migrations.application.port.ScriptStore;
import com.fataplus.migrations.domain.revision.GraphProblem;
import com.fataplus.migrations.domain.revision.Rebasing;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives a branch that met another one a new place to stand on, by changing one line of one file. */
public final class RebaseBranch {
    private final ScriptStore scripts;
    private final PlanMaker plans;
    private final TypedNames names;
    private final LedgerReader ledger;

    RebaseBranch(ScriptStore scripts, PlanMaker plans, TypedNames names, LedgerReader ledger) {
        this.scripts = requireNonNull(scripts, "scripts");
        this.plans = requireNonNull(plans, "plans");
        this.names = requireNonNull(names, "names");
        this.ledger = requireNonNull(ledger, "ledger");
    }

    /** Whether the file is written. */
    public enum Mode {
        WRITE,
        DRY_RUN
    }

    /** Whether the database is asked what it has. */
    public enum AppliedCheck {
        /** And nothing is done where it does not answer. */
        IN_DATABASE,
        /** Nobody applied these revisions, says the user. */
        SKIPPED
    }

    /**
     * What to move.
     *
     * @param branch a revision of the branch, as typed
     * @param onto where to, as typed; empty for the only other head
     */
    public record Request(String branch, Optional<String> onto, AppliedCheck check, Mode mode) {
        public Request {
            requireNonNull(branch, "branch");
            requireNonNull(onto, "onto");
            requireNonNull(check, "check");
            requireNonNull(mode, "mode");
        }
    }

    /**
     * What was changed, or would be.
     *
     * @param moved all that comes along, oldest first
     */
    public record Report(Revision before, Revision after, List<RevisionId> moved, Mode mode) {
        public Report {
            requireNonNull(before, "before");
            requireNonNull(after, "after");
            moved = List.copyOf(moved);
            requireNonNull(mode, "mode");
        }
    }

    /** Changes the parents of the first revision that the new place does not have; refuses where that is applied. */
    public Report run(Request request, RunContext context) {
        context.cancellation().check();
        RevisionGraph graph = plans.files();
        RevisionId branch = names.one(graph, request.branch());
        RevisionId onto = request.onto().map(text -> names.one(graph, text)).orElseGet(() -> otherHead(graph, branch));
        Rebasing.Move move = movable(Rebasing.of(graph, branch, onto));
        switch (request.check()) {
            case IN_DATABASE -> refuseApplied(move);
            case SKIPPED -> {}
        }
        Revision after = switch (request.mode()) {
            case DRY_RUN -> move.after();
            case WRITE -> scripts.reparent(move.first(), move.after().parents());
        };
        return new Report(move.first(), after, move.moved(), request.mode());
    }

    private static RevisionId otherHead(RevisionGraph graph, RevisionId branch) {
        List<RevisionId> others = Rebasing.otherHeads(graph, branch);
        return switch (others.size()) {
            case 1 -> others.getFirst();
            case 0 -> throw refused("rebase.one-head", "there is no other head to put " + branch + " on", "fata heads");
            default ->
                throw refused(
                        "rebase.several-heads",
                        "%s could go onto %s".formatted(branch, joined(others, " or ")),
                        "say which: fata rebase %s --onto %s".formatted(branch, others.getFirst()));
        };
    }

    private static Rebasing.Move movable(Rebasing rebasing) {
        return switch (rebasing) {
            case Rebasing.Move move -> move;
            case Rebasing.NothingOfItsOwn(var branch, var onto) ->
                throw refused(
                        "rebase.nothing-to-move",
                        branch.equals(onto)
                                ? branch + " cannot stand on itself"
                                : "%s comes before %s already: nothing to move".formatted(branch, onto),
                        "fata heads");
            case Rebasing.ThereAlready(var first, var onto) ->
                throw refused("rebase.there-already", first + " builds on " + onto + " already", "fata heads");
            case Rebasing.SeveralBeginnings(var branch, var beginnings) ->
                throw refused(
                        "rebase.several-beginnings",
                        "%s joins lines that begin apart, with %s".formatted(branch, joined(beginnings, " and with ")),
                        "move them one after the other: fata rebase " + beginnings.getFirst());
            case Rebasing.Circular(var problems) ->
                throw refused(
                        "rebase.cycle",
                        problems.stream().map(GraphProblem::message).collect(joining("\n")),
                        "choose another place: --onto");
        };
    }

    private void refuseApplied(Rebasing.Move move) {
        Set<RevisionId> applied = applied(move.first().id());
        List<RevisionId> known = move.moved().stream().filter(applied::contains).toList();
        if (!known.isEmpty()) {
            throw refused(
                    "rebase.applied",
                    joined(known, ", ") + (known.size() == 1 ? " is" : " are")
                            + " applied: the ledger knows what came before",
                    "move the other branch, or take this one down first: fata downgrade " + known.getFirst() + "@-"
                            + known.size());
        }
    }

    private Set<RevisionId> applied(RevisionId first) {
        try {
            return ledger.ledger().ids();
        } catch (MigrationException e) {
            if (e.failure() instanceof ServerFailure unreachable) {
                throw refused(
                        "rebase.not-checked",
                        "cannot tell whether %s is applied: %s".formatted(first, unreachable.summary()),
                        "where nobody can have applied it: --offline");
            }
            throw e;
        }
    }

    private static String joined(List<RevisionId> ids, String between) {
        return ids.stream().map(RevisionId::value).collect(joining(between));
    }

    private static MigrationException refused(String code, String summary, String remedy) {
        return new MigrationException(new RefusedFailure.NotAllowed(code, summary, Optional.of(remedy)));
    }
}
