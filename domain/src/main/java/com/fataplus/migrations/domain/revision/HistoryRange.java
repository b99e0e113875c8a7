package com.fataplus.migrations.domain.revision;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.revision.Anchor.Symbol;
import com.fataplus.migrations.domain.revision.Reading.Refused;
import com.fataplus.migrations.domain.revision.Reading.Understood;
import com.fataplus.migrations.domain.revision.RevisionSpec.Absolute;
import com.fataplus.migrations.domain.revision.RevisionSpec.Relative;
import com.fataplus.migrations.domain.revision.SpecRefusal.Malformed;
import com.fataplus.migrations.domain.revision.SpecRefusal.NotBelow;
import com.fataplus.migrations.domain.revision.Walk.PastTheEnd;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Part of the history, both ends included. {@code -n} counts down from the heads at either end, {@code +n} at the upper end counts up from the
 * lower one, and more steps than there are lead to the last revision.
 *
 * @param lower {@code base} where left out
 * @param upper {@code heads} where left out
 */
public record HistoryRange(RevisionSpec lower, RevisionSpec upper) {
    /** Everything. */
    public static final HistoryRange ALL = new HistoryRange(RevisionSpec.BASE, RevisionSpec.HEADS);

    public HistoryRange {
        requireNonNull(lower, "lower");
        requireNonNull(upper, "upper");
    }

    /** Reads {@code lower:upper}, either of them left out at will. */
    public static Reading<HistoryRange> parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || colon != text.lastIndexOf(':')) {
            return new Refused<>(new Malformed(text, "a range has one colon, as in 4f1c:head"));
        }
        return end(text.substring(0, colon), RevisionSpec.BASE)
                .then(lower -> lower instanceof Relative relative && relative.countsUpFromHere()
                        ? new Refused<>(new Malformed(text, "the lower end has nothing to count up from, base+2 has"))
                        : end(text.substring(colon + 1), RevisionSpec.HEADS)
                                .map(upper -> new HistoryRange(lower, upper)));
    }

    private static Reading<RevisionSpec> end(String text, RevisionSpec leftOut) {
        return text.isEmpty() ? new Understood<>(leftOut) : RevisionSpec.parse(text);
    }

    /** The revisions of the range, newest first. */
    public Reading<List<RevisionId>> revisions(SpecResolver resolver) {
        return resolve(resolver, lower, PastTheEnd.STAY_INSIDE, List.of())
                .then(from -> resolve(resolver, upper, PastTheEnd.STAY, from)
                        .then(to -> between(resolver.known(), from, to)));
    }

    private Reading<List<RevisionId>> between(RevisionGraph graph, List<RevisionId> from, List<RevisionId> to) {
        Set<RevisionId> listed = new LinkedHashSet<>(graph.ancestors(to, Follow.PARENTS_AND_DEPENDENCIES));
        if (!from.isEmpty()) {
            List<RevisionId> below = from.stream().filter(listed::contains).toList();
            if (below.isEmpty()) {
                return new Refused<>(new NotBelow(lower.text(), upper.text()));
            }
            listed.retainAll(graph.descendants(below, Follow.PARENTS));
        }
        return new Understood<>(graph.newestFirst(listed));
    }

    private static Reading<List<RevisionId>> resolve(
            SpecResolver resolver, RevisionSpec end, PastTheEnd pastTheEnd, List<RevisionId> from) {
        return switch (end) {
            case Absolute absolute -> resolver.all(absolute);
            case Relative relative ->
                resolver.lineageOf(relative)
                        .then(lineage -> starts(resolver, relative, lineage, from)
                                .then(starts ->
                                        walked(new Walk(resolver.known(), lineage, pastTheEnd), relative, starts)));
        };
    }

    private static Reading<List<RevisionId>> starts(
            SpecResolver resolver, Relative end, Lineage lineage, List<RevisionId> from) {
        return end.countsUpFromHere()
                ? resolver.here(end, lineage, from, resolver.known().ancestors(from, Follow.PARENTS_AND_DEPENDENCIES))
                        .map(SpecResolver::listed)
                : resolver.at(end.from().orElse(Symbol.HEADS), lineage);
    }

    private static Reading<List<RevisionId>> walked(Walk walk, Relative end, List<RevisionId> starts) {
        if (starts.isEmpty()) {
            return walk.from(Optional.empty(), end).map(SpecResolver::listed);
        }
        Reading<List<RevisionId>> walked = new Understood<>(List.of());
        for (RevisionId start : starts) {
            walked = walked.then(before -> walk.from(Optional.of(start), end)
                    .map(there -> Stream.concat(before.stream(), there.stream())
                            .distinct()
                            .toList()));
        }
        return walked;
    }
}
