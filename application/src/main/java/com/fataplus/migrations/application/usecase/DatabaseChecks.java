package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.failure.RefusedFailure;
import com.fataplus.migrations.application.failure.ServerFailure;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.application.port.ScriptStore;
import com.fataplus.migrations.application.port.ServerGrammar;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.Direction;
import com.fataplus.migrations.domain.script.MigrationScript;
import com.fataplus.migrations.domain.script.Section;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What only the database being migrated can tell of files; it is read, and nothing else. */
final class DatabaseChecks {
    private final Database database;
    private final PlanMaker plans;
    private final ScriptStore scripts;
    private final ServerGrammar grammar;
    private final ScratchTrial trial;

    DatabaseChecks(Database database, PlanMaker plans, ScriptStore scripts, ServerGrammar grammar, ScratchTrial trial) {
        this.database = requireNonNull(database, "database");
        this.plans = requireNonNull(plans, "plans");
        this.scripts = requireNonNull(scripts, "scripts");
        this.grammar = requireNonNull(grammar, "grammar");
        this.trial = requireNonNull(trial, "trial");
    }

    /**
     * Compares with the ledger, and looks closer at what an upgrade would run and at what was edited.
     *
     * @param sound the chosen revisions whose files have no other problem
     */
    DatabaseFindings findings(
            RevisionGraph graph,
            List<Revision> chosen,
            List<Revision> sound,
            Validate.ScratchUse scratch,
            RunContext context) {
        return switch (scratch) {
            case ALWAYS -> look(graph, chosen, sound, scratch, context);
            case AUTO, NEVER ->
                whereReachable("against the database", () -> look(graph, chosen, sound, scratch, context));
        };
    }

    private DatabaseFindings look(
            RevisionGraph graph,
            List<Revision> chosen,
            List<Revision> sound,
            Validate.ScratchUse scratch,
            RunContext context) {
        Ledger ledger = database.ledger();
        List<Revision> edited = plans.edited(graph, ledger).stream()
                .flatMap(id -> graph.find(id).stream())
                .filter(chosen::contains)
                .toList();
        List<Revision> news = sound.stream()
                .filter(revision -> !ledger.ids().contains(revision.id()) || edited.contains(revision))
                .toList();
        DatabaseFindings read = whereReachable(
                "syntax by the server's own grammar",
                () -> DatabaseFindings.problems(grammar.check(sections(news), context.cancellation())));
        return DatabaseFindings.edited(edited)
                .and(read)
                .and(namesAndTypes(graph, scratch, without(read, sound), without(read, news), context));
    }

    private DatabaseFindings namesAndTypes(
            RevisionGraph graph,
            Validate.ScratchUse use,
            List<Revision> sound,
            List<Revision> news,
            RunContext context) {
        return switch (use) {
            case NEVER -> DatabaseFindings.NONE;
            case AUTO ->
                news.isEmpty()
                        ? DatabaseFindings.NONE
                        : whereReachable("names and types", () -> trial.run(graph, ids(news), context));
            case ALWAYS -> sound.isEmpty() ? DatabaseFindings.NONE : trial.run(graph, ids(sound), context);
        };
    }

    private List<Section> sections(List<Revision> revisions) {
        return revisions.stream()
                .map(scripts::script)
                .flatMap(DatabaseChecks::sections)
                .toList();
    }

    private static Stream<Section> sections(MigrationScript script) {
        return Stream.of(Direction.values()).flatMap(direction -> script.section(direction).stream());
    }

    /** What the server cannot read it need not run. */
    private static List<Revision> without(DatabaseFindings read, List<Revision> revisions) {
        return revisions.stream()
                .filter(revision -> read.problems().stream()
                        .noneMatch(problem -> problem.location().equals(revision.location())))
                .toList();
    }

    private static Set<RevisionId> ids(List<Revision> revisions) {
        Set<RevisionId> ids = new LinkedHashSet<>();
        revisions.forEach(revision -> ids.add(revision.id()));
        return ids;
    }

    private static DatabaseFindings whereReachable(String what, Supplier<DatabaseFindings> look) {
        try {
            return look.get();
        } catch (MigrationException e) {
            if (isNoAnswer(e.failure())) {
                return DatabaseFindings.unchecked(what, e.failure().summary());
            }
            throw e;
        }
    }

    private static boolean isNoAnswer(MigrationFailure failure) {
        return failure instanceof ServerFailure || failure instanceof RefusedFailure.NotAllowed;
    }
}
