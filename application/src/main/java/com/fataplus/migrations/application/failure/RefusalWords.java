package com.fataplus.migrations.application.failure;

import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.domain.plan.PlanRefusal;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.revision.SpecRefusal;
import java.util.List;
import java.util.Optional;

/** What the domain's refusals are called and how they are said. */
record RefusalWords(String code, String summary, Optional<String> remedy) {
    private static final int MOST_NAMES = 8;

    static RefusalWords of(PlanRefusal refusal) {
        return switch (refusal) {
            case PlanRefusal.BadTarget(var reason) -> of(reason);
            case PlanRefusal.NotBelowCurrent(var destination, var heads) ->
                new RefusalWords(
                        "plan.not-below-current",
                        "cannot downgrade to %s: it is not below where the database is (%s)"
                                .formatted(destination, heads.isEmpty() ? "base" : names(heads, ", ")),
                        Optional.of("fata current"));
            case PlanRefusal.Overlap(var ancestor, var descendant) ->
                new RefusalWords(
                        "plan.overlap",
                        "%s already implies %s".formatted(descendant, ancestor),
                        Optional.of("name " + descendant + " only"));
        };
    }

    static RefusalWords of(SpecRefusal refusal) {
        return switch (refusal) {
            case SpecRefusal.Malformed(var text, var reason) ->
                new RefusalWords(
                        "revision.malformed",
                        "'%s' names no revision: %s".formatted(text, reason),
                        Optional.of("an id or its beginning, a label, head, heads, base, +2, -1, or label@head"));
            case SpecRefusal.Unknown(var name, var similar) ->
                new RefusalWords(
                        "revision.unknown",
                        "no revision is called '%s'".formatted(name)
                                + (similar.isEmpty() ? "" : "; did you mean " + String.join(" or ", similar) + "?"),
                        Optional.of("fata history"));
            case SpecRefusal.Ambiguous(var prefix, var candidates) ->
                new RefusalWords(
                        "revision.ambiguous",
                        "'%s' is the beginning of several revisions: %s".formatted(prefix, names(candidates, ", ")),
                        Optional.of("type more of it"));
            case SpecRefusal.OutsideLineage(var name, var lineage) ->
                new RefusalWords(
                        "revision.outside-lineage",
                        "'%s' is not on the line of '%s'".formatted(name, lineage),
                        Optional.of("fata history"));
            case SpecRefusal.SeveralHeads(var heads) ->
                new RefusalWords(
                        "plan.several-heads",
                        "%d heads: %s".formatted(heads.size(), names(heads, ", ")),
                        Optional.of("all of them: fata upgrade heads"));
            case SpecRefusal.TooFar(var text, var available) ->
                new RefusalWords(
                        "plan.too-far",
                        "'%s' counts further than there are revisions: only %d that way".formatted(text, available),
                        Optional.of("fata history"));
            case SpecRefusal.AmbiguousWalk(var text, var at, var ways) ->
                new RefusalWords(
                        "plan.ambiguous-walk",
                        "'%s' meets a fork at %s, where %s go on"
                                .formatted(text, at.map(RevisionId::value).orElse("base"), names(ways, " and ")),
                        Optional.of("name the revision, or a branch as in " + ways.getFirst() + "@head"));
            case SpecRefusal.SeveralStarts(var text, var starts) ->
                new RefusalWords(
                        "plan.several-starts",
                        "'%s' is not certain: it could count from %s".formatted(text, names(starts, " or ")),
                        Optional.of("say which line, as in " + starts.getFirst() + "@" + steps(text)));
            case SpecRefusal.NotBelow(var lower, var upper) ->
                new RefusalWords(
                        "revision.not-below",
                        "'%s' is not an ancestor of '%s'".formatted(lower, upper),
                        Optional.of("name the older revision first, as in A:B"));
        };
    }

    /** A few are enough to see what is meant. */
    private static String names(List<RevisionId> ids, String between) {
        String first = ids.stream().limit(MOST_NAMES).map(RevisionId::value).collect(joining(between));
        return ids.size() > MOST_NAMES ? first + " and " + (ids.size() - MOST_NAMES) + " more" : first;
    }

    private static String steps(String target) {
        return target.substring(Math.max(target.lastIndexOf('+'), target.lastIndexOf('-')));
    }
}
