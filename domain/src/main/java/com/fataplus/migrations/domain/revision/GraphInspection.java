package com.fataplus.migrations.domain.revision;

import com.fataplus.migrations.domain.revision.GraphProblem.Cycle;
import com.fataplus.migrations.domain.revision.GraphProblem.DuplicateId;
import com.fataplus.migrations.domain.revision.GraphProblem.Edge;
import com.fataplus.migrations.domain.revision.GraphProblem.LabelTaken;
import com.fataplus.migrations.domain.revision.GraphProblem.Missing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Builds a graph, or finds everything that is wrong with the revisions in one go. */
final class GraphInspection {
    private static final int MOST_SUGGESTIONS = 50;

    /** The first of each id, so that a duplicate does not hide other problems. */
    private final List<Revision> revisions = new ArrayList<>();

    private final Map<String, Integer> ids = new LinkedHashMap<>();
    private final Map<String, Integer> labels = new LinkedHashMap<>();
    private final List<GraphProblem> problems = new ArrayList<>();

    private GraphInspection() {}

    static GraphCheck of(List<Revision> revisions) {
        GraphInspection inspection = new GraphInspection();
        inspection.nameAll(revisions);
        inspection.labelAll();
        return inspection.linkAll();
    }

    private void nameAll(List<Revision> all) {
        Map<RevisionId, List<String>> locations = new LinkedHashMap<>();
        for (Revision revision : all) {
            locations.computeIfAbsent(revision.id(), id -> new ArrayList<>()).add(revision.location());
            if (ids.putIfAbsent(revision.id().value(), revisions.size()) == null) {
                revisions.add(revision);
            }
        }
        locations.forEach((id, places) -> {
            if (places.size() > 1) {
                problems.add(new DuplicateId(id, places));
            }
        });
    }

    private void labelAll() {
        for (int position = 0; position < revisions.size(); position++) {
            for (String label : revisions.get(position).labels()) {
                int holder = ids.getOrDefault(label, labels.getOrDefault(label, position));
                if (holder == position) {
                    labels.put(label, position);
                } else {
                    problems.add(new LabelTaken(label, revisions.get(position), revisions.get(holder)));
                }
            }
        }
    }

    private GraphCheck linkAll() {
        int[][] parents = targets(Edge.PARENT);
        int[][] dependencies = targets(Edge.DEPENDENCY);
        List<List<Integer>> cycles = Cycles.in(parents);
        addCycles(cycles, Edge.PARENT);
        // Cycles of parents are taken open first, lest they come back among those that need a dependency.
        addCycles(Cycles.in(joined(Cycles.opened(parents, cycles), dependencies)), Edge.DEPENDENCY);
        return problems.isEmpty()
                ? new GraphCheck.Sound(
                        new RevisionGraph(revisions, labels, Links.downTo(parents), Links.downTo(dependencies)))
                : new GraphCheck.Broken(problems);
    }

    private int[][] targets(Edge edge) {
        Map<String, Integer> known = new LinkedHashMap<>();
        if (edge == Edge.DEPENDENCY) {
            known.putAll(labels);
        }
        known.putAll(ids);
        return revisions.stream()
                .map(revision -> targets(revision, edge, known))
                .toArray(int[][]::new);
    }

    private int[] targets(Revision revision, Edge edge, Map<String, Integer> known) {
        Set<Integer> targets = new LinkedHashSet<>();
        for (String name : names(revision, edge)) {
            if (known.containsKey(name)) {
                targets.add(known.get(name));
            } else {
                problems.add(new Missing(revision, edge, name, similar(name, known.keySet())));
            }
        }
        return targets.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Every search reads all names, so beyond some problems there are no suggestions. */
    private List<String> similar(String name, Set<String> known) {
        return problems.size() < MOST_SUGGESTIONS ? SimilarNames.of(name, known) : List.of();
    }

    private static List<String> names(Revision revision, Edge edge) {
        return switch (edge) {
            case PARENT -> revision.parents().stream().map(RevisionId::value).toList();
            case DEPENDENCY -> revision.dependsOn();
        };
    }

    private void addCycles(List<List<Integer>> cycles, Edge edge) {
        for (List<Integer> cycle : cycles) {
            List<Integer> fromFirst = new ArrayList<>(cycle);
            Collections.rotate(fromFirst, -fromFirst.indexOf(Collections.min(fromFirst)));
            problems.add(new Cycle(fromFirst.stream().map(revisions::get).toList(), edge));
        }
    }

    private static int[][] joined(int[][] first, int[][] second) {
        int[][] joined = new int[first.length][];
        Arrays.setAll(
                joined,
                position -> IntStream.concat(Arrays.stream(first[position]), Arrays.stream(second[position]))
                        .distinct()
                        .toArray());
        return joined;
    }
}
