package com.fataplus.migrations.domain.revision;

import java.util.Arrays;
import java.util.BitSet;

/** Edges between revisions, which go by their positions here, readable from both ends. */
final class Links {
    private final int[][] below;
    private final int[][] above;

    private Links(int[][] below, int[][] above) {
        this.below = below;
        this.above = above;
    }

    /** The links that lead from each position down to others; none of them twice. */
    static Links downTo(int[][] below) {
        int[] counts = new int[below.length];
        for (int[] targets : below) {
            for (int target : targets) {
                counts[target]++;
            }
        }
        int[][] above = new int[below.length][];
        Arrays.setAll(above, position -> new int[counts[position]]);
        for (int position = below.length - 1; position >= 0; position--) {
            for (int target : below[position]) {
                above[target][--counts[target]] = position;
            }
        }
        return new Links(below, above);
    }

    int[] below(int position) {
        return below[position];
    }

    int[] above(int position) {
        return above[position];
    }

    /** Everything that can be reached downwards, the starting positions included. */
    BitSet reachedDown(BitSet starts) {
        return reached(below, starts);
    }

    /** Everything that can be reached upwards, the starting positions included. */
    BitSet reachedUp(BitSet starts) {
        return reached(above, starts);
    }

    private static BitSet reached(int[][] next, BitSet starts) {
        BitSet reached = (BitSet) starts.clone();
        int[] pending = starts.stream().toArray();
        int size = pending.length;
        while (size > 0) {
            for (int position : next[pending[--size]]) {
                if (!reached.get(position)) {
                    reached.set(position);
                    if (size == pending.length) {
                        pending = Arrays.copyOf(pending, 2 * size + 8);
                    }
                    pending[size++] = position;
                }
            }
        }
        return reached;
    }
}
