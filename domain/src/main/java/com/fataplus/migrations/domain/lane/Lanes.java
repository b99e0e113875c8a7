package com.fataplus.migrations.domain.lane;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.lane.Lane.Kind;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gives every line between the listed revisions a column of its own, for as long as it runs. A line of history goes on below its revision, the
 * other lines of a merge take the nearest free columns; lines that meet at a revision end there together.
 */
public final class Lanes {
    private final RevisionGraph graph;
    private final Set<RevisionId> listed;
    private final TreeMap<Integer, Lane> running = new TreeMap<>();

    private Lanes(RevisionGraph graph, Collection<RevisionId> listed) {
        this.graph = requireNonNull(graph, "graph");
        this.listed = new HashSet<>(listed);
    }

    /**
     * A row for each listed revision.
     *
     * @param newestFirst in an order in which every revision comes after all that builds on it
     */
    public static List<LaneRow> of(List<RevisionId> newestFirst, RevisionGraph graph) {
        Lanes lanes = new Lanes(graph, newestFirst);
        return newestFirst.stream().map(lanes::row).toList();
    }

    private LaneRow row(RevisionId revision) {
        List<Lane> ending = running.values().stream()
                .filter(lane -> lane.to().equals(revision))
                .toList();
        ending.forEach(lane -> running.remove(lane.column()));
        List<Lane> passing = List.copyOf(running.values());
        int column = column(ending);
        List<Lane> beginning = beginning(revision, column);
        beginning.forEach(lane -> running.put(lane.column(), lane));
        return new LaneRow(revision, column, ending, beginning, passing);
    }

    /** Where its line of history comes down, most of all; a head stands where there is room. */
    private int column(List<Lane> ending) {
        return ending.stream()
                .min(Comparator.comparing(Lane::kind).thenComparingInt(Lane::column))
                .map(Lane::column)
                .orElseGet(() -> taken().nextClearBit(0));
    }

    private List<Lane> beginning(RevisionId revision, int column) {
        List<RevisionId> parents =
                graph.parentsOf(revision).stream().filter(listed::contains).toList();
        List<Lane> beginning = new ArrayList<>();
        BitSet taken = taken();
        parents.forEach(parent -> beginning.add(lane(revision, parent, Kind.PARENT, column, taken)));
        graph.dependenciesOf(revision).stream()
                .filter(listed::contains)
                .filter(dependency -> !parents.contains(dependency))
                .forEach(dependency -> beginning.add(lane(revision, dependency, Kind.DEPENDENCY, column, taken)));
        return beginning.stream().sorted(Comparator.comparingInt(Lane::column)).toList();
    }

    private static Lane lane(RevisionId from, RevisionId to, Kind kind, int home, BitSet taken) {
        int column = taken.get(home) ? nearestFree(taken, home) : home;
        taken.set(column);
        return new Lane(from, to, kind, column);
    }

    /** To the right where both sides are as near: a picture that grows to the left would push the main line around. */
    private static int nearestFree(BitSet taken, int home) {
        int right = taken.nextClearBit(home);
        return Optional.of(taken.previousClearBit(home))
                .filter(left -> left >= 0 && home - left < right - home)
                .orElse(right);
    }

    private BitSet taken() {
        BitSet taken = new BitSet();
        running.keySet().forEach(taken::set);
        return taken;
    }
}
