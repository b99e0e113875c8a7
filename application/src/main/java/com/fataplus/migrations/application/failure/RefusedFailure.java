package com.fataplus.migrations.application.failure;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.plan.PlanRefusal;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.revision.SpecRefusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The request is well formed, but the state of files or database does not allow it. Nothing ran. */
public sealed interface RefusedFailure extends MigrationFailure {
    /** The planner found no plan. */
    record NoPlan(PlanRefusal refusal) implements RefusedFailure {
        public NoPlan {
            requireNonNull(refusal, "refusal");
        }

        @Override
        public String code() {
            return RefusalWords.of(refusal).code();
        }

        @Override
        public FailureKind kind() {
            return refusal instanceof PlanRefusal.BadTarget(SpecRefusal reason)
                    ? BadName.kindOf(reason)
                    : FailureKind.REFUSED;
        }

        @Override
        public String summary() {
            return RefusalWords.of(refusal).summary();
        }

        @Override
        public Optional<String> remedy() {
            return RefusalWords.of(refusal).remedy();
        }
    }

    /** A name that leads nowhere, in a command that makes no plan. */
    record BadName(SpecRefusal refusal) implements RefusedFailure {
        public BadName {
            requireNonNull(refusal, "refusal");
        }

        @Override
        public String code() {
            return RefusalWords.of(refusal).code();
        }

        @Override
        public FailureKind kind() {
            return kindOf(refusal);
        }

        static FailureKind kindOf(SpecRefusal refusal) {
            return switch (refusal) {
                case SpecRefusal.Malformed ignored -> FailureKind.INVALID_INPUT;
                case SpecRefusal.Unknown ignored -> FailureKind.INVALID_INPUT;
                case SpecRefusal.Ambiguous ignored -> FailureKind.INVALID_INPUT;
                case SpecRefusal.OutsideLineage ignored -> FailureKind.INVALID_INPUT;
                case SpecRefusal.NotBelow ignored -> FailureKind.INVALID_INPUT;
                case SpecRefusal.SeveralHeads ignored -> FailureKind.REFUSED;
                case SpecRefusal.TooFar ignored -> FailureKind.REFUSED;
                case SpecRefusal.AmbiguousWalk ignored -> FailureKind.REFUSED;
                case SpecRefusal.SeveralStarts ignored -> FailureKind.REFUSED;
            };
        }

        @Override
        public String summary() {
            return RefusalWords.of(refusal).summary();
        }

        @Override
        public Optional<String> remedy() {
            return RefusalWords.of(refusal).remedy();
        }
    }

    /** Files that were changed after they had been applied. */
    record Edited(List<RevisionId> revisions) implements RefusedFailure {
        public Edited {
            revisions = List.copyOf(revisions);
        }

        @Override
        public String code() {
            return "ledger.edited";
        }

        @Override
        public FailureKind kind() {
            return FailureKind.REFUSED;
        }

        @Override
        public String summary() {
            return "edited after they were applied: " + names(revisions);
        }

        @Override
        public Optional<String> remedy() {
            return Optional.of("put the files back, or accept them as they are: fata upgrade"
                    + revisions.stream().map(id -> " --accept-edited " + id).collect(joining()));
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("revisions", revisions.stream().map(RevisionId::value).toList());
        }
    }

    /** A downgrade would pass a revision that says it cannot be undone. */
    record Irreversible(RevisionId revision, String reason) implements RefusedFailure {
        @Override
        public String code() {
            return "plan.irreversible";
        }

        @Override
        public FailureKind kind() {
            return FailureKind.REFUSED;
        }

        @Override
        public String summary() {
            return "revision " + revision + " is irreversible: " + reason;
        }

        @Override
        public Optional<String> remedy() {
            return Optional.of("stop above it: fata downgrade " + revision);
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("revision", revision.value());
        }
    }

    /** Any other state that does not allow the request. */
    record NotAllowed(String code, String summary, Optional<String> remedy) implements RefusedFailure {
        public NotAllowed {
            requireNonNull(code, "code");
            requireNonNull(summary, "summary");
            requireNonNull(remedy, "remedy");
        }

        /** The ledger has the revision that was to be recorded: another run was faster. */
        public static NotAllowed alreadyApplied(RevisionId revision) {
            return new NotAllowed(
                    "ledger.already-applied",
                    "revision " + revision + " is applied already",
                    Optional.of("fata status"));
        }

        /** The ledger does not have the revision that was to be taken out. */
        public static NotAllowed notApplied(RevisionId revision) {
            return new NotAllowed(
                    "ledger.not-applied", "revision " + revision + " is not applied", Optional.of("fata status"));
        }

        /** The journal knows no such run, or its end already. */
        public static NotAllowed notUnderWay(RunId run) {
            return new NotAllowed(
                    "journal.not-under-way", "run " + run + " is not under way", Optional.of("fata status"));
        }

        /** Others are connected to a database that has to be put aside. */
        public static NotAllowed inUse(List<String> sessions) {
            return new NotAllowed(
                    "restore.in-use",
                    "others are connected to the database:"
                            + sessions.stream().map(session -> "\n  " + session).collect(joining()),
                    Optional.of("stop what uses it, or end these sessions: --terminate"));
        }

        @Override
        public FailureKind kind() {
            return FailureKind.REFUSED;
        }
    }

    private static String names(List<RevisionId> revisions) {
        return revisions.stream().map(RevisionId::value).collect(joining(", "));
    }
}
