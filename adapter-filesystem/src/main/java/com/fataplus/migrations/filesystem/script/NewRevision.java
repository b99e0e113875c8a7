package com.fataplus.migrations.filesystem.script;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.RevisionDraft;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.script.Parsed;
import com.fataplus.migrations.domain.script.ScriptParser;
import com.fataplus.migrations.domain.script.ScriptProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file about to be written, and what it will be read as. */
record NewRevision(String text, Revision revision) {
    NewRevision {
        requireNonNull(text, "text");
        requireNonNull(revision, "revision");
    }

    /**
     * Fills in the template and reads the result at once: a template may lack a line, and a message like {@code Revises: 001} would turn into
     * one. Fails unless the draft comes back.
     */
    static NewRevision of(RevisionDraft draft, String location, RevisionTemplate template) {
        String text = template.render(draft);
        return switch (ScriptParser.header(location, text)) {
            case Parsed.Sound<Revision>(var revision) -> new NewRevision(text, revision).checked(draft);
            case Parsed.Broken<Revision>(var problems) ->
                throw refused(problems.stream().map(ScriptProblem::message).collect(joining("; ")));
        };
    }

    private NewRevision checked(RevisionDraft draft) {
        List<String> lost = new ArrayList<>();
        compare(lost, "id", draft.id(), revision.id());
        compare(lost, "parents", draft.parents(), revision.parents());
        compare(lost, "dependencies", draft.dependsOn(), revision.dependsOn());
        compare(lost, "labels", draft.labels(), revision.labels());
        compare(lost, "message", draft.message(), revision.message());
        if (!lost.isEmpty()) {
            throw refused(String.join("; ", lost));
        }
        return this;
    }

    private static void compare(List<String> lost, String what, Object asked, Object read) {
        if (!asked.equals(read)) {
            lost.add("its %s would be read as '%s', not '%s'".formatted(what, read, asked));
        }
    }

    private static MigrationException refused(String why) {
        return new MigrationException(new InputFailure.BadRequest(
                "script.not-read-back",
                "the new file would not say what was asked for: " + why,
                Optional.of("change the message, or mend template.sql beside fata.toml")));
    }
}
