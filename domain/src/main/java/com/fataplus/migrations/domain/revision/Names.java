package com.fataplus.migrations.domain.revision;

import com.fataplus.migrations.domain.revision.Anchor.Symbol;
import com.fataplus.migrations.domain.revision.Reading.Refused;
import com.fataplus.migrations.domain.revision.Reading.Understood;
import com.fataplus.migrations.domain.revision.SpecRefusal.Ambiguous;
import com.fataplus.migrations.domain.revision.SpecRefusal.Unknown;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds revisions by id, label, or the beginning of one. */
record Names(RevisionGraph graph) {
    /** Shorter ids and labels have to be typed in full: they begin like too many others. */
    private static final int SHORTEST_ABBREVIATED = 4;

    /** What a name means in a lineage: a full id or label first, then the only one that begins so. */
    Reading<RevisionId> find(Anchor.Name name, Lineage lineage) {
        List<RevisionId> meant = exact(name.text()).map(List::of).orElseGet(() -> beginningWith(name.text()));
        if (meant.isEmpty()) {
            return new Refused<>(new Unknown(name.text(), SimilarNames.of(name.text(), all())));
        }
        List<RevisionId> inside = lineage.among(meant);
        if (inside.isEmpty()) {
            return lineage.excludes(name.text());
        }
        return inside.size() == 1
                ? new Understood<>(inside.getFirst())
                : new Refused<>(
                        new Ambiguous(name.text(), inside.stream().sorted().toList()));
    }

    private Optional<RevisionId> exact(String name) {
        return graph.find(new RevisionId(name)).or(() -> graph.labelled(name)).map(Revision::id);
    }

    private List<RevisionId> beginningWith(String name) {
        return graph.revisions().stream()
                .filter(revision -> namesOf(revision)
                        .anyMatch(full -> full.length() >= SHORTEST_ABBREVIATED && full.startsWith(name)))
                .map(Revision::id)
                .toList();
    }

    private List<String> all() {
        return Stream.concat(
                        Arrays.stream(Symbol.values()).map(Symbol::word),
                        graph.revisions().stream().flatMap(Names::namesOf))
                .toList();
    }

    private static Stream<String> namesOf(Revision revision) {
        return Stream.concat(Stream.of(revision.id().value()), revision.labels().stream());
    }
}
