package com.fataplus.migrations.filesystem.script;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.application.port.RevisionDraft;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a new revision file says. Placeholders are {@code ${message} ${revision} ${revises} ${depends_on} ${labels} ${created}}; others are left
 * as they are. A line with {@code ${depends_on}} or {@code ${labels}} is left out where there are none.
 */
public record RevisionTemplate(String text) {
    /** What is used where there is no template.sql, and what a new project's template.sql says. */
    public static final RevisionTemplate BUILT_IN = new RevisionTemplate("""
            -- ${message}
            --
            -- Revision: ${revision}
            -- Revises: ${revises}
            -- Depends on: ${depends_on}
            -- Labels: ${labels}
            -- Created: ${created}

            -- migrate:up

            -- migrate:down
            """);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern OPTIONAL = Pattern.compile("\\$\\{(depends_on|labels)}");

    public RevisionTemplate {
        requireNonNull(text, "text");
    }

    /** The text of the draft's file. */
    String render(RevisionDraft draft) {
        Map<String, String> values = Map.of(
                "message", draft.message(),
                "revision", draft.id().value(),
                "revises", draft.parents().stream().map(RevisionId::value).collect(joining(", ")),
                "depends_on", String.join(", ", draft.dependsOn()),
                "labels", String.join(", ", draft.labels()),
                "created", draft.created().toString());
        return text.lines()
                .filter(line -> OPTIONAL.matcher(line)
                        .results()
                        .noneMatch(result -> values.get(result.group(1)).isEmpty()))
                .map(line -> render(line, values) + "\n")
                .collect(joining());
    }

    /** In one pass: a message may itself look like a placeholder. */
    private static String render(String line, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(line)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())))
                .stripTrailing();
    }
}
