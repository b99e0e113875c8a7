package com.fataplus.migrations.domain.revision;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.revision.Anchor.Symbol;
import com.fataplus.migrations.domain.revision.Reading.Refused;
import com.fataplus.migrations.domain.revision.Reading.Understood;
import com.fataplus.migrations.domain.revision.RevisionSpec.Absolute;
import com.fataplus.migrations.domain.revision.RevisionSpec.Relative;
import com.fataplus.migrations.domain.revision.SpecRefusal.SeveralHeads;
import com.fataplus.migrations.domain.revision.SpecRefusal.SeveralStarts;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says which revisions a {@link RevisionSpec} means.
 *
 * @param files what {@code head} and {@code heads} are looked up in
 * @param known what all other names are looked up in: the files, and what was applied although its file is gone
 * @param applied what {@code current}, {@code +n} and {@code -n} start from
 */
public record SpecResolver(RevisionGraph files, RevisionGraph known, Set<RevisionId> applied) {
    public SpecResolver {
        requireNonNull(files, "files");
        requireNonNull(known, "known");
        requireNonNull(applied, "applied");
    }

    /** For commands that look at files only: they stand where a database with everything applied would be. */
    public SpecResolver(RevisionGraph files) {
        this(files, files, files.ids());
    }

    /** All that a spec means: several for {@code heads} and {@code current}, none for {@code base}. */
    public Reading<List<RevisionId>> all(RevisionSpec spec) {
        return lineageOf(spec).then(lineage -> switch (spec) {
            case Absolute absolute -> at(absolute.anchor(), lineage);
            case Relative relative ->
                start(relative, lineage)
                        .then(start -> new Walk(known, lineage, Walk.PastTheEnd.REFUSE).from(start, relative))
                        .map(SpecResolver::listed);
        });
    }

    /** The one revision that a spec means, empty for {@code base}; refused where it means several. */
    public Reading<Optional<RevisionId>> one(RevisionSpec spec) {
        return all(spec).then(SpecResolver::single);
    }

    /** The revisions that a spec confines itself to: by its {@code line@}, and {@code -n} to the line it counts down. */
    public Reading<Set<RevisionId>> lineage(RevisionSpec spec) {
        return lineageOf(spec).then(lineage -> switch (spec) {
            case Relative relative
            when relative.countsDownFromHere() && lineage.name().isEmpty() ->
                start(relative, lineage).map(start -> start.map(known::lineage).orElse(lineage.members()));
            case Relative ignored -> new Understood<>(lineage.members());
            case Absolute ignored -> new Understood<>(lineage.members());
        });
    }

    Reading<Lineage> lineageOf(RevisionSpec spec) {
        Lineage everything = new Lineage(Optional.empty(), known.ids());
        return spec.line()
                .map(name -> new Names(known)
                        .find(name, everything)
                        .map(id -> new Lineage(Optional.of(name), known.lineage(id))))
                .orElseGet(() -> new Understood<>(everything));
    }

    Reading<List<RevisionId>> at(Anchor anchor, Lineage lineage) {
        return switch (anchor) {
            case Anchor.Name name -> new Names(known).find(name, lineage).map(List::of);
            case Symbol.HEAD -> head(lineage);
            case Symbol.HEADS ->
                new Understood<>(lineage.name().isEmpty() ? files.effectiveHeads() : lineage.among(files.heads()));
            case Symbol.BASE -> new Understood<>(List.of());
            case Symbol.CURRENT -> new Understood<>(lineage.among(current()));
        };
    }

    private Reading<List<RevisionId>> head(Lineage lineage) {
        List<RevisionId> heads = lineage.among(files.heads());
        if (heads.size() > 1) {
            return new Refused<>(new SeveralHeads(heads));
        }
        return heads.isEmpty() && lineage.name().isPresent()
                ? lineage.excludes(Symbol.HEAD.word())
                : new Understood<>(heads);
    }

    private Reading<Optional<RevisionId>> start(Relative spec, Lineage lineage) {
        return spec.from()
                .map(anchor -> at(anchor, lineage).then(SpecResolver::single))
                .orElseGet(() -> here(spec, lineage, current(), applied));
    }

    /** Where counting begins for somebody who stands on the tips of what is there. */
    Reading<Optional<RevisionId>> here(
            Relative spec, Lineage lineage, Collection<RevisionId> tips, Collection<RevisionId> there) {
        List<RevisionId> starts = lineage.among(tips);
        if (starts.isEmpty()) {
            starts = spec.steps() > 0
                    ? known.headsAmong(lineage.among(there), Follow.PARENTS_AND_DEPENDENCIES)
                    // Counting down from a place that other lines build on would take those down.
                    : lineage.among(known.headsAmong(there, Follow.PARENTS));
        }
        return starts.size() > 1
                ? new Refused<>(new SeveralStarts(spec.text(), starts))
                : new Understood<>(starts.stream().findFirst());
    }

    private List<RevisionId> current() {
        return known.headsAmong(applied, Follow.PARENTS_AND_DEPENDENCIES);
    }

    private static Reading<Optional<RevisionId>> single(List<RevisionId> ids) {
        return ids.size() > 1
                ? new Refused<>(new SeveralHeads(ids))
                : new Understood<>(ids.stream().findFirst());
    }

    static List<RevisionId> listed(Optional<RevisionId> id) {
        return id.stream().toList();
    }
}
