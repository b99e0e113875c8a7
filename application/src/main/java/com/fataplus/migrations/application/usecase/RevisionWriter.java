package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.RevisionDraft;
import com.fataplus.migrations.application.port.RevisionDraft.Folder;
import com.fataplus.migrations.application.port.ScriptStore;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes new revision files whose names are free. */
final class RevisionWriter {
    private static final String NAMES = "letters, digits, _ and . are always fine";

    private final ScriptStore scripts;
    private final RevisionNames names;
    private final TypedNames typed;
    private final HookRun hooks;
    private final Clock clock;
    private final ZoneId zone;

    RevisionWriter(
            ScriptStore scripts, RevisionNames names, TypedNames typed, HookRun hooks, Clock clock, ZoneId zone) {
        this.scripts = requireNonNull(scripts, "scripts");
        this.names = requireNonNull(names, "names");
        this.typed = requireNonNull(typed, "typed");
        this.hooks = requireNonNull(hooks, "hooks");
        this.clock = requireNonNull(clock, "clock");
        this.zone = requireNonNull(zone, "zone");
    }

    Revision write(
            RevisionGraph graph,
            List<RevisionId> parents,
            String message,
            RevisionDetails details,
            RunContext context) {
        RevisionId id = details.id().map(text -> free(graph, text)).orElseGet(() -> names.next(graph));
        List<String> dependsOn = details.dependsOn().stream()
                .map(text -> dependency(graph, text))
                .distinct()
                .toList();
        Revision written = scripts.create(new RevisionDraft(
                id,
                parents,
                dependsOn,
                labels(graph, id, details.labels()),
                message,
                OffsetDateTime.ofInstant(clock.instant(), zone).truncatedTo(ChronoUnit.SECONDS),
                folder(graph, parents, details)));
        hooks.on(written, context);
        return written;
    }

    private static RevisionId free(RevisionGraph graph, String text) {
        RevisionId id = new RevisionId(wellFormed("revision.bad-id", text));
        graph.find(id).ifPresent(taken -> {
            throw badRequest(
                    "revision.id-taken",
                    "revision " + id + " exists already: " + taken.location(),
                    "choose another id");
        });
        graph.labelled(text).ifPresent(holder -> {
            throw badRequest(
                    "revision.id-taken",
                    "'%s' is a label of revision %s: %s".formatted(text, holder.id(), holder.location()),
                    "choose another id");
        });
        return id;
    }

    /** A label stays one, since it means whichever revision carries it; all else becomes an id in full. */
    private String dependency(RevisionGraph graph, String text) {
        return graph.labelled(text).isPresent() ? text : typed.one(graph, text).value();
    }

    private static SortedSet<String> labels(RevisionGraph graph, RevisionId id, List<String> asked) {
        SortedSet<String> labels = new TreeSet<>();
        for (String label : asked) {
            wellFormed("revision.bad-label", label);
            graph.labelled(label).or(() -> graph.find(new RevisionId(label))).ifPresent(holder -> {
                throw labelTaken(label, "used by revision %s: %s".formatted(holder.id(), holder.location()));
            });
            if (label.equals(id.value())) {
                throw labelTaken(label, "the new revision's own id");
            }
            if (!labels.add(label)) {
                throw labelTaken(label, "given twice");
            }
        }
        return labels;
    }

    private static Folder folder(RevisionGraph graph, List<RevisionId> parents, RevisionDetails details) {
        return details.folder()
                .<Folder>map(Folder.Named::new)
                .orElseGet(() -> new Folder.NextTo(
                        parents.stream().flatMap(id -> graph.find(id).stream()).toList()));
    }

    private static String wellFormed(String code, String text) {
        RevisionId.problemWith(text).ifPresent(problem -> {
            throw badRequest(code, problem, NAMES);
        });
        return text;
    }

    private static MigrationException labelTaken(String label, String why) {
        return badRequest("revision.label-taken", "the label '" + label + "' is " + why, "choose another label");
    }

    private static MigrationException badRequest(String code, String summary, String remedy) {
        return new MigrationException(new InputFailure.BadRequest(code, summary, Optional.of(remedy)));
    }
}
