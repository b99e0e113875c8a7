package com.fataplus.migrations.domain.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** A depth-first walk that reports each way back to where it stands; it keeps its own stack, because histories are long. */
final class Cycles {
    private final int[][] edges;
    private final int[] path;
    private final int[] depthOf;
    private final int[] nextEdge;
    private final BitSet seen = new BitSet();
    private final BitSet onPath = new BitSet();
    private final List<List<Integer>> found = new ArrayList<>();

    private Cycles(int[][] edges) {
        this.edges = edges;
        this.path = new int[edges.length];
        this.depthOf = new int[edges.length];
        this.nextEdge = new int[edges.length];
    }

    /** Cycles in the direction of the edges, at least one wherever there is any; without their last edges there is none. */
    static List<List<Integer>> in(int[][] edges) {
        Cycles cycles = new Cycles(edges);
        for (int root = 0; root < edges.length; root++) {
            if (!cycles.seen.get(root)) {
                cycles.walkFrom(root);
            }
        }
        return cycles.found;
    }

    /** The edges without the last one of each cycle. */
    static int[][] opened(int[][] edges, List<List<Integer>> cycles) {
        int[][] opened = edges.clone();
        for (List<Integer> cycle : cycles) {
            int from = cycle.getLast();
            int to = cycle.getFirst();
            opened[from] =
                    Arrays.stream(opened[from]).filter(target -> target != to).toArray();
        }
        return opened;
    }

    private void walkFrom(int root) {
        int depth = enter(root, 0);
        while (depth > 0) {
            int here = path[depth - 1];
            if (nextEdge[here] == edges[here].length) {
                onPath.clear(here);
                depth--;
                continue;
            }
            int target = edges[here][nextEdge[here]++];
            if (onPath.get(target)) {
                found.add(Arrays.stream(path, depthOf[target], depth).boxed().toList());
            } else if (!seen.get(target)) {
                depth = enter(target, depth);
            }
        }
    }

    /** Goes one deeper, and says how deep that is. */
    private int enter(int position, int depth) {
        seen.set(position);
        onPath.set(position);
        depthOf[position] = depth;
        path[depth] = position;
        return depth + 1;
    }
}
