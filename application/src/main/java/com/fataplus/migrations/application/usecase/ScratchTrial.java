package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.LockRequest;
import com.fataplus.migrations.application.port.MigrationSession;
import com.fataplus.migrations.application.port.Scratch;
import com.fataplus.migrations.application.port.ScratchDatabases;
import com.fataplus.migrations.application.port.ScratchSource;
import com.fataplus.migrations.application.port.ScriptStore;
import com.fataplus.migrations.domain.revision.Follow;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Runs the up sections of a history in a scratch database, to see whether the names and types in them mean something. */
final class ScratchTrial {
    private static final Pattern CREATION = Pattern.compile(
            "\\bcreate\\s+(?:extension|schema)\\s+(?:if\\s+not\\s+exists\\s+)?(?:\"([^\"]+)\"|(\\w+))",
            Pattern.CASE_INSENSITIVE);

    private final ScratchDatabases scratches;
    private final ScriptStore scripts;

    ScratchTrial(ScratchDatabases scratches, ScriptStore scripts) {
        this.scratches = requireNonNull(scratches, "scratches");
        this.scripts = requireNonNull(scripts, "scripts");
    }

    /** Runs these revisions and all they build on; tells what is wrong with these alone. */
    DatabaseFindings run(RevisionGraph graph, Set<RevisionId> judged, RunContext context) {
        List<Revision> history =
                graph.newestFirst(graph.ancestors(judged, Follow.PARENTS_AND_DEPENDENCIES)).reversed().stream()
                        .flatMap(id -> graph.find(id).stream())
                        .toList();
        // Whoever asked to validate wants no news of notices, locks and retries in a database that is gone.
        RunContext silent = new RunContext(event -> {}, context.cancellation());
        try (Scratch scratch = scratches.create(new ScratchSource(madeBy(history)));
                MigrationSession session =
                        scratch.database().openSession(new LockRequest(Duration.ZERO, "validate"), silent)) {
            TrialRun run = new TrialRun(graph, scripts, scratch, session, judged);
            for (Revision revision : history) {
                context.cancellation().check();
                run.attempt(revision);
            }
            return run.findings();
        }
    }

    /** Names of extensions and schemas that the history creates itself. */
    private Set<String> madeBy(List<Revision> history) {
        return history.stream()
                .flatMap(revision -> CREATION.matcher(text(revision)).results())
                .map(ScratchTrial::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private String text(Revision revision) {
        try {
            return scripts.script(revision).up().text();
        } catch (MigrationException broken) {
            return ""; // it will not run
        }
    }

    private static String name(MatchResult creation) {
        return creation.group(1) != null ? creation.group(1) : creation.group(2).toLowerCase(Locale.ROOT);
    }
}
