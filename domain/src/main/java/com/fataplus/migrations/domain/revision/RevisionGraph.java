package com.fataplus.migrations.domain.revision;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Revisions that form a graph: every parent and dependency is there, and none comes before itself. Answers list revisions in the order in which
 * they were given; ids that the graph does not know are passed over.
 */
public final class RevisionGraph {
    private final List<Revision> revisions;
    private final Map<RevisionId, Integer> positions = new LinkedHashMap<>();
    private final Map<String, Integer> labels;
    private final Links parents;
    private final Links dependencies;
    private final Links requirements;
    private final List<RevisionId> heads;
    private final List<RevisionId> effectiveHeads;

    RevisionGraph(List<Revision> revisions, Map<String, Integer> labels, Links parents, Links dependencies) {
        this.revisions = List.copyOf(revisions);
        this.labels = labels;
        this.parents = parents;
        this.dependencies = dependencies;
        this.requirements = Requirements.of(parents, dependencies, revisions.size());
        for (int position = 0; position < revisions.size(); position++) {
            positions.put(revisions.get(position).id(), position);
        }
        this.heads = where(position -> parents.above(position).length == 0);
        this.effectiveHeads = where(position -> requirements.above(position).length == 0);
    }

    /** Joins revisions to a graph, or says everything that keeps them from forming one. */
    public static GraphCheck check(List<Revision> revisions) {
        return GraphInspection.of(revisions);
    }

    public List<Revision> revisions() {
        return revisions;
    }

    public Set<RevisionId> ids() {
        return Collections.unmodifiableSet(positions.keySet());
    }

    public Optional<Revision> find(RevisionId id) {
        return Optional.ofNullable(positions.get(id)).map(revisions::get);
    }

    /** The revision that carries a label. */
    public Optional<Revision> labelled(String label) {
        return Optional.ofNullable(labels.get(label)).map(revisions::get);
    }

    /** Those without children. */
    public List<RevisionId> heads() {
        return heads;
    }

    /** Those that nothing builds on, neither as a child nor by a dependency: what a database has when all is applied. */
    public List<RevisionId> effectiveHeads() {
        return effectiveHeads;
    }

    /** Those without parents. */
    public List<RevisionId> bases() {
        return where(position -> parents.below(position).length == 0);
    }

    /** Those with several children. */
    public List<RevisionId> branchPoints() {
        return where(position -> parents.above(position).length > 1);
    }

    public List<RevisionId> parentsOf(RevisionId id) {
        return neighbours(id, parents::below);
    }

    public List<RevisionId> childrenOf(RevisionId id) {
        return neighbours(id, parents::above);
    }

    /** What a revision depends on, its labels resolved to the revisions that carry them. */
    public List<RevisionId> dependenciesOf(RevisionId id) {
        return neighbours(id, dependencies::below);
    }

    /** What depends on a revision. */
    public List<RevisionId> dependantsOf(RevisionId id) {
        return neighbours(id, dependencies::above);
    }

    /** The revisions themselves and all that comes before them. */
    public Set<RevisionId> ancestors(Collection<RevisionId> ids, Follow follow) {
        return named(links(follow).reachedDown(positions(ids)));
    }

    /** The revisions themselves and all that builds on them. */
    public Set<RevisionId> descendants(Collection<RevisionId> ids, Follow follow) {
        return named(links(follow).reachedUp(positions(ids)));
    }

    /** A revision with its ancestors and descendants by parent: what {@code id@} confines a name to. */
    public Set<RevisionId> lineage(RevisionId id) {
        BitSet lineage = parents.reachedDown(positions(List.of(id)));
        lineage.or(parents.reachedUp(positions(List.of(id))));
        return named(lineage);
    }

    /** Those of the revisions that no other of them builds on directly. */
    public List<RevisionId> headsAmong(Collection<RevisionId> ids, Follow follow) {
        BitSet among = positions(ids);
        return among.stream()
                .filter(position -> Arrays.stream(links(follow).above(position)).noneMatch(among::get))
                .mapToObj(this::id)
                .toList();
    }

    /**
     * The labels that speak for each revision. A label covers the revision that carries it, all its descendants, and its ancestors back to the
     * previous branch or merge point; revisions without any are left out.
     */
    public Map<RevisionId, SortedSet<String>> effectiveLabels() {
        LabelCover cover = new LabelCover(parents, dependencies);
        Map<RevisionId, SortedSet<String>> effective = new LinkedHashMap<>();
        labels.forEach((label, labelled) -> cover.of(labelled).stream()
                .mapToObj(this::id)
                .forEach(id ->
                        effective.computeIfAbsent(id, none -> new TreeSet<>()).add(label)));
        return Collections.unmodifiableMap(effective);
    }

    /**
     * The one order of a listing: a revision comes after all that builds on it. Lines stay together as far as that allows, and among heads the
     * one given first comes first. An upgrade runs in the exact reverse.
     */
    public List<RevisionId> newestFirst(Collection<RevisionId> ids) {
        return NewestFirst.of(positions(ids), requirements, revisions.size()).stream()
                .map(this::id)
                .toList();
    }

    private List<RevisionId> where(IntPredicate condition) {
        return IntStream.range(0, revisions.size())
                .filter(condition)
                .mapToObj(this::id)
                .toList();
    }

    private List<RevisionId> neighbours(RevisionId id, IntFunction<int[]> next) {
        return Optional.ofNullable(positions.get(id)).stream()
                .flatMapToInt(position -> Arrays.stream(next.apply(position)))
                .mapToObj(this::id)
                .toList();
    }

    private Links links(Follow follow) {
        return switch (follow) {
            case PARENTS -> parents;
            case PARENTS_AND_DEPENDENCIES -> requirements;
        };
    }

    private BitSet positions(Collection<RevisionId> ids) {
        BitSet positions = new BitSet();
        ids.stream()
                .filter(this.positions::containsKey)
                .map(this.positions::get)
                .forEach(positions::set);
        return positions;
    }

    private Set<RevisionId> named(BitSet positions) {
        Set<RevisionId> named = new LinkedHashSet<>();
        positions.stream().mapToObj(this::id).forEach(named::add);
        return Collections.unmodifiableSet(named);
    }

    private RevisionId id(int position) {
        return revisions.get(position).id();
    }
}
