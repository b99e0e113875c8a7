package com.fataplus.migrations.postgres.grammar.outline;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The ways control leaves a run of nodes, other than by its end.
 *
 * @param labels as the run's neighbours would name them, ascending
 */
record Exits(List<Integer> labels) {
    Exits {
        labels = List.copyOf(labels);
    }

    static Exits of(List<Node> run) {
        SortedSet<Integer> labels = new TreeSet<>();
        collect(run, 0, labels);
        return new Exits(List.copyOf(labels));
    }

    private static void collect(List<Node> nodes, int depth, SortedSet<Integer> labels) {
        for (Node node : nodes) {
            switch (node) {
                case Node.Branch branch -> leaves(branch.label(), depth, labels);
                case Node.BranchIf branch -> leaves(branch.label(), depth, labels);
                case Node.BranchTable branch -> branch.labels().forEach(label -> leaves(label, depth, labels));
                case Node.Structured structured -> {
                    collect(structured.body(), depth + 1, labels);
                    collect(structured.otherwise(), depth + 1, labels);
                }
                case Node.Return ignored -> throw new IllegalStateException("returns are branches by now");
                case Node.Plain ignored -> {}
                case Node.Unreachable ignored -> {}
                case Node.Local ignored -> {}
                case Node.CallPiece ignored -> {}
                case Node.Constant ignored -> {}
            }
        }
    }

    private static void leaves(int label, int depth, SortedSet<Integer> labels) {
        if (label >= depth) {
            labels.add(label - depth);
        }
    }

    /** The run with its branches to the outside renumbered: to 0 for the first exit, 1 for the second ... */
    List<Node> renumbered(List<Node> run) {
        return renumbered(run, 0);
    }

    private List<Node> renumbered(List<Node> nodes, int depth) {
        List<Node> renumbered = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            renumbered.add(
                    switch (node) {
                        case Node.Branch branch -> new Node.Branch(renumbered(branch.label(), depth));
                        case Node.BranchIf branch -> new Node.BranchIf(renumbered(branch.label(), depth));
                        case Node.BranchTable branch ->
                            new Node.BranchTable(branch.labels().stream()
                                    .map(label -> renumbered(label, depth))
                                    .toList());
                        case Node.Structured structured ->
                            structured.with(
                                    renumbered(structured.body(), depth + 1),
                                    renumbered(structured.otherwise(), depth + 1));
                        case Node.Return same -> same;
                        case Node.Plain same -> same;
                        case Node.Unreachable same -> same;
                        case Node.Local same -> same;
                        case Node.CallPiece same -> same;
                        case Node.Constant same -> same;
                    });
        }
        return renumbered;
    }

    private int renumbered(int label, int depth) {
        return label < depth ? label : depth + labels.indexOf(label - depth);
    }
}
