package com.fataplus.migrations.application.failure;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Work had begun when it failed. */
public sealed interface RunFailure extends MigrationFailure {
    /**
     * The server refused a statement of a script; thrown while a step runs, reported inside a {@link Failed}.
     *
     * @param blockers the sessions that held what it waited for, where it failed for want of a lock and they could be seen
     */
    record StatementFailed(SqlError error, List<String> blockers) implements RunFailure {
        /** lock_not_available and deadlock_detected: the same transaction may well succeed a moment later. */
        private static final Set<String> PASSING = Set.of("55P03", "40P01");

        public StatementFailed {
            requireNonNull(error, "error");
            blockers = List.copyOf(blockers);
        }

        /** A failure that no lock has to do with. */
        public StatementFailed(SqlError error) {
            this(error, List.of());
        }

        /** True where trying the whole transaction again is worth it. */
        public boolean mayPass() {
            return PASSING.contains(error.sqlState());
        }

        @Override
        public String code() {
            return "run.statement-failed";
        }

        @Override
        public FailureKind kind() {
            return FailureKind.TAKEN_BACK;
        }

        @Override
        public String summary() {
            return error.described()
                    + blockers.stream()
                            .map(blocker -> "\n  blocked by " + blocker)
                            .collect(joining());
        }

        @Override
        public Optional<String> remedy() {
            return Optional.empty();
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> details = error.document();
            if (!blockers.isEmpty()) {
                details.put("blockers", blockers);
            }
            return details;
        }
    }

    /** A signal or a caller asked to stop; thrown while work goes on, reported inside a {@link Failed} where a run had begun. */
    record Cancelled(String by) implements RunFailure {
        public Cancelled {
            requireNonNull(by, "by");
        }

        @Override
        public String code() {
            return "run.cancelled";
        }

        @Override
        public FailureKind kind() {
            return FailureKind.CANCELLED;
        }

        @Override
        public String summary() {
            return "stopped: " + by;
        }

        @Override
        public Optional<String> remedy() {
            return Optional.empty();
        }
    }

    /** A run ended early: why, and where that left the database. */
    record Failed(RunId run, Optional<RevisionId> step, MigrationFailure cause, Aftermath aftermath)
            implements RunFailure {
        public Failed {
            requireNonNull(run, "run");
            requireNonNull(step, "step");
            requireNonNull(cause, "cause");
            requireNonNull(aftermath, "aftermath");
        }

        @Override
        public String code() {
            return cause.code();
        }

        @Override
        public FailureKind kind() {
            return kindAfter(aftermath, cause);
        }

        static FailureKind kindAfter(Aftermath aftermath, MigrationFailure cause) {
            return switch (aftermath) {
                case Aftermath.TakenBack ignored -> takenBack(cause);
                case Aftermath.Kept ignored -> takenBack(cause);
                case Aftermath.Unclear ignored -> FailureKind.NEEDS_ATTENTION;
            };
        }

        private static FailureKind takenBack(MigrationFailure cause) {
            return cause.kind() == FailureKind.CANCELLED ? FailureKind.CANCELLED : FailureKind.TAKEN_BACK;
        }

        @Override
        public String summary() {
            return told(step, cause, aftermath);
        }

        static String told(Optional<RevisionId> step, MigrationFailure cause, Aftermath aftermath) {
            return step.map(id -> "revision " + id + " failed\n").orElse("") + cause.summary() + "\n"
                    + aftermath.told();
        }

        @Override
        public Optional<String> remedy() {
            return Optional.of(
                    kind() == FailureKind.CANCELLED ? "type the same command again to go on" : aftermath.remedy());
        }

        @Override
        public Map<String, Object> details() {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("run", run.value());
            details.putAll(detailed(step, cause, aftermath));
            return details;
        }

        static Map<String, Object> detailed(Optional<RevisionId> step, MigrationFailure cause, Aftermath aftermath) {
            Map<String, Object> details = new LinkedHashMap<>();
            step.ifPresent(id -> details.put("revision", id.value()));
            details.put("cause", cause.details());
            details.put("aftermath", aftermath.document());
            return details;
        }
    }

    /** Where a failed run left the database. */
    sealed interface Aftermath {
        /** One line for people. */
        String told();

        /** The next command to type. */
        String remedy();

        /** For machines. */
        Map<String, Object> document();

        /** As before the run, proven by fingerprint and ledger. */
        record TakenBack(String how, String fingerprint) implements Aftermath {
            @Override
            public String told() {
                return how + ", schema verified equal (" + fingerprint + ")";
            }

            @Override
            public String remedy() {
                return "mend the revision, then look at it with --dry-run and run it again";
            }

            @Override
            public Map<String, Object> document() {
                return ordered("state", "taken-back", "how", how, "fingerprint", fingerprint);
            }
        }

        /** What was committed before the failed step stays, as asked; the failed step left nothing. */
        record Kept(List<RevisionId> committed) implements Aftermath {
            public Kept {
                committed = List.copyOf(committed);
            }

            @Override
            public String told() {
                return "kept the " + committed.size() + " step(s) committed before it; the failed one left nothing";
            }

            @Override
            public String remedy() {
                return "mend the revision, then run the same command again";
            }

            @Override
            public Map<String, Object> document() {
                return ordered(
                        "state",
                        "kept",
                        "committed",
                        committed.stream().map(RevisionId::value).toList());
            }
        }

        /** Not as before; a person has to look. */
        record Unclear(String why, List<String> differences, Optional<String> backup, String remedy)
                implements Aftermath {
            private static final int MOST_SHOWN = 10;

            public Unclear {
                differences = List.copyOf(differences);
            }

            @Override
            public String told() {
                StringBuilder text = new StringBuilder("the database is not as it was before the run: ").append(why);
                differences.stream()
                        .limit(MOST_SHOWN)
                        .forEach(line -> text.append("\n  ").append(line));
                if (differences.size() > MOST_SHOWN) {
                    text.append("\n  and ")
                            .append(differences.size() - MOST_SHOWN)
                            .append(" more");
                }
                backup.ifPresent(name ->
                        text.append("\nthe backup taken before the run: ").append(name));
                return text.toString();
            }

            @Override
            public Map<String, Object> document() {
                Map<String, Object> document = ordered("state", "unclear", "why", why, "differences", differences);
                backup.ifPresent(name -> document.put("backup", name));
                return document;
            }
        }

        private static Map<String, Object> ordered(Object... pairs) {
            Map<String, Object> document = new LinkedHashMap<>();
            for (int i = 0; i < pairs.length; i += 2) {
                document.put((String) pairs[i], pairs[i + 1]);
            }
            return document;
        }
    }
}
