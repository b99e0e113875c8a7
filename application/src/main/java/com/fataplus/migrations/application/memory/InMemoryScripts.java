package com.fataplus.migrations.application.memory;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.RevisionDraft;
import com.fataplus.migrations.application.port.ScriptStore;
import com.fataplus.migrations.application.port.ScriptSurvey;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.MigrationScript;
import com.fataplus.migrations.domain.script.Parsed;
import com.fataplus.migrations.domain.script.ScriptParser;
import com.fataplus.migrations.domain.script.ScriptProblem;
import com.fataplus.migrations.domain.script.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Revision files that are only texts with a name. */
public final class InMemoryScripts implements ScriptStore {
    private final Map<String, String> texts = new TreeMap<>();

    /** Adds a file or replaces it, as an editor would. */
    public void put(String location, String text) {
        texts.put(requireNonNull(location, "location"), requireNonNull(text, "text"));
    }

    /** Takes a file away, as a switch to another branch would. */
    public void remove(String location) {
        texts.remove(location);
    }

    @Override
    public ScriptSurvey survey() {
        List<Revision> revisions = new ArrayList<>();
        List<ScriptProblem> problems = new ArrayList<>();
        texts.forEach((location, text) -> {
            switch (ScriptParser.header(location, text)) {
                case Parsed.Sound<Revision>(var revision) -> revisions.add(revision);
                case Parsed.Broken<Revision>(var found) -> problems.addAll(found);
            }
        });
        return new ScriptSurvey(revisions, problems);
    }

    @Override
    public MigrationScript script(Revision revision) {
        String text = Optional.ofNullable(texts.get(revision.location()))
                .orElseThrow(() -> new MigrationException(new InputFailure.ScriptsBroken(List.of(gone(revision)))));
        return sound(ScriptParser.script(revision.id(), revision.location(), text));
    }

    @Override
    public Revision create(RevisionDraft draft) {
        if (draft.folder() instanceof RevisionDraft.Folder.Named named) {
            throw new MigrationException(new InputFailure.BadRequest(
                    "scripts.not-configured", "there is no folder " + named.path(), Optional.empty()));
        }
        String location = draft.id() + ".sql";
        String text = text(draft);
        Revision revision = sound(ScriptParser.header(location, text));
        if (texts.putIfAbsent(location, text) != null) {
            throw new MigrationException(new InputFailure.BadRequest(
                    "script.exists",
                    "there is already a file " + location,
                    Optional.of("choose another id or message")));
        }
        return revision;
    }

    @Override
    public Revision reparent(Revision revision, List<RevisionId> parents) {
        String location = revision.location();
        String text = Optional.ofNullable(texts.get(location))
                .orElseThrow(() -> new MigrationException(new InputFailure.ScriptsBroken(List.of(gone(revision)))));
        texts.put(location, sound(ScriptParser.reparented(location, text, parents)));
        return sound(ScriptParser.header(location, texts.get(location)));
    }

    /** The text of a file, as an editor shows it. */
    public Optional<String> text(String location) {
        return Optional.ofNullable(texts.get(location));
    }

    private static String text(RevisionDraft draft) {
        List<String> header = new ArrayList<>();
        header.add(draft.message());
        header.add("");
        header.add("Revision: " + draft.id());
        header.add("Revises: " + draft.parents().stream().map(RevisionId::value).collect(joining(", ")));
        if (!draft.dependsOn().isEmpty()) {
            header.add("Depends on: " + String.join(", ", draft.dependsOn()));
        }
        if (!draft.labels().isEmpty()) {
            header.add("Labels: " + String.join(", ", draft.labels()));
        }
        header.add("Created: " + draft.created());
        return header.stream().map(line -> ("-- " + line).strip() + "\n").collect(joining())
                + "\n-- migrate:up\n\n-- migrate:down\n";
    }

    private static <T> T sound(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Sound<T>(var value) -> value;
            case Parsed.Broken<T>(var problems) ->
                throw new MigrationException(new InputFailure.ScriptsBroken(problems));
        };
    }

    private static ScriptProblem gone(Revision revision) {
        return new ScriptProblem(
                "script.unreadable",
                revision.location(),
                SourcePosition.START,
                "cannot be read: no such file",
                Optional.empty(),
                Optional.empty());
    }
}
