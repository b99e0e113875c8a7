package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.RunFailure;
import com.fataplus.migrations.application.failure.SqlError;
import com.fataplus.migrations.application.port.MigrationSession;
import com.fataplus.migrations.application.port.Scratch;
import com.fataplus.migrations.application.port.ScriptStore;
import com.fataplus.migrations.application.port.SectionRun;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.Reach;
import com.fataplus.migrations.domain.script.ScriptProblem;
import com.fataplus.migrations.domain.script.Section;
import com.fataplus.migrations.domain.script.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One revision after the other in a database that does not matter. After one that fails, nothing that builds on it is tried. */
final class TrialRun {
    private static final Duration LONGEST_STATEMENT = Duration.ofSeconds(10);
    private static final Pattern WORD = Pattern.compile("[\\w$]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final RevisionGraph graph;
    private final ScriptStore scripts;
    private final Scratch scratch;
    private final MigrationSession session;
    private final Set<RevisionId> judged;

    private final List<ScriptProblem> problems = new ArrayList<>();
    private final List<Unchecked> unchecked = new ArrayList<>();

    /** Why a revision was not run to its end; it and all that builds on it. */
    private final Map<RevisionId, String> untried = new HashMap<>();

    /** Revisions of which a part did not run, and all that builds on them: what fails there may fail for want of that part. */
    private final Set<RevisionId> incomplete = new HashSet<>();

    private final Map<String, List<String>> locationsByReason = new LinkedHashMap<>();

    TrialRun(
            RevisionGraph graph,
            ScriptStore scripts,
            Scratch scratch,
            MigrationSession session,
            Set<RevisionId> judged) {
        this.graph = requireNonNull(graph, "graph");
        this.scripts = requireNonNull(scripts, "scripts");
        this.scratch = requireNonNull(scratch, "scratch");
        this.session = requireNonNull(session, "session");
        this.judged = Set.copyOf(judged);
    }

    void attempt(Revision revision) {
        List<RevisionId> below = Stream.concat(
                        graph.parentsOf(revision.id()).stream(), graph.dependenciesOf(revision.id()).stream())
                .toList();
        Optional<String> reason =
                below.stream().filter(untried::containsKey).map(untried::get).findFirst();
        if (below.stream().anyMatch(incomplete::contains)) {
            incomplete.add(revision.id());
        }
        reason.ifPresentOrElse(why -> leave(revision, why), () -> run(revision));
    }

    DatabaseFindings findings() {
        List<Unchecked> all = new ArrayList<>(unchecked);
        locationsByReason.forEach(
                (reason, locations) -> all.add(new Unchecked("names and types in " + shortened(locations), reason)));
        return new DatabaseFindings(problems, List.of(), all);
    }

    private void run(Revision revision) {
        try {
            run(withinDatabase(revision, scripts.script(revision).up()));
        } catch (MigrationException e) {
            switch (e.failure()) {
                case RunFailure.StatementFailed failed -> judge(revision, failed.error());
                case InputFailure.ScriptsBroken ignored -> leave(revision, revision.location() + " has problems");
                default -> throw e;
            }
        }
    }

    private void run(Section section) {
        Duration longest = section.options()
                .timeout()
                .filter(own -> own.compareTo(LONGEST_STATEMENT) < 0)
                .orElse(LONGEST_STATEMENT);
        SectionRun run = new SectionRun(section, 0, LONGEST_WAIT, Optional.of(longest));
        switch (section.options().execution()) {
            case IN_TRANSACTION ->
                session.inTransaction(transaction -> {
                    transaction.run(run, (index, statement, took) -> {});
                    return run;
                });
            case STATEMENT_BY_STATEMENT -> session.outsideTransaction(run, (index, statement, took) -> {});
        }
    }

    /** Without the statements whose effects the end of the scratch database would not undo. */
    private Section withinDatabase(Revision revision, Section section) {
        List<Statement> kept = new ArrayList<>();
        for (Statement statement : section.statements()) {
            Reach.beyondDatabase(statement)
                    .ifPresentOrElse(words -> skip(revision, statement, words), () -> kept.add(statement));
        }
        return new Section(section.direction(), section.options(), section.location(), section.text(), kept);
    }

    private void skip(Revision revision, Statement statement, String words) {
        incomplete.add(revision.id());
        if (judged.contains(revision.id())) {
            unchecked.add(new Unchecked(
                    "names and types at " + revision.location() + ":" + statement.position(),
                    "'" + words + "' reaches beyond a scratch database, so it was not run there"));
        }
    }

    private void judge(Revision revision, SqlError error) {
        String what = "%s:%s: %s [%s]".formatted(error.location(), error.position(), error.message(), error.sqlState());
        if (!judged.contains(revision.id())) {
            leave(revision, "an applied revision does not run in an empty database: " + what);
        } else if (incomplete.contains(revision.id())) {
            leave(revision, "it fails, but not everything before it was run: " + what);
        } else if (TrialVerdict.of(error.sqlState()) == TrialVerdict.DEPENDS) {
            leave(revision, "it fails in an empty database, but need not elsewhere: " + what);
        } else if (namesWhatOnlyTheTargetHas(error)) {
            leave(revision, "it needs what no revision creates, but the database has: " + what);
        } else {
            untried.put(revision.id(), "they build on " + revision.location() + ", which fails");
            problems.add(problem(error));
        }
    }

    /** Somebody else may have made it there, before fata came or beside it. */
    private boolean namesWhatOnlyTheTargetHas(SqlError error) {
        Set<String> missing = scratch.missing();
        return WORD.matcher(error.message()).results().map(MatchResult::group).anyMatch(missing::contains);
    }

    private void leave(Revision revision, String why) {
        untried.put(revision.id(), why);
        if (judged.contains(revision.id())) {
            locationsByReason.computeIfAbsent(why, none -> new ArrayList<>()).add(revision.location());
        }
    }

    private static ScriptProblem problem(SqlError error) {
        return new ScriptProblem(
                "sql.meaning",
                error.location(),
                error.position(),
                error.message() + " [" + error.sqlState() + "]",
                error.sourceLine(),
                error.hint());
    }

    private static String shortened(List<String> locations) {
        int shown = 3;
        String rest = locations.size() > shown ? " and " + (locations.size() - shown) + " more" : "";
        return locations.stream().limit(shown).collect(joining(", ")) + rest;
    }
}
