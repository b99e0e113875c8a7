package com.fataplus.migrations.domain.revision;

import java.util.Arrays;
import java.util.BitSet;

/** Which revisions a label speaks for besides the one that carries it. */
record LabelCover(Links parents, Links dependencies) {
    /** The labelled revision, all its descendants, and its ancestors back to the previous branch or merge point. */
    BitSet of(int labelled) {
        BitSet start = new BitSet();
        start.set(labelled);
        BitSet covered = parents.reachedUp(start);
        int position = labelled;
        while (isPlain(position)) {
            covered.set(position);
            if (parents.below(position).length == 0) {
                return covered;
            }
            position = parents.below(position)[0];
        }
        return covered;
    }

    /** True where a line runs straight through: one revision at most before it, one at most that builds on it. */
    private boolean isPlain(int position) {
        long above = Arrays.stream(new int[][] {parents.above(position), dependencies.above(position)})
                .flatMapToInt(Arrays::stream)
                .distinct()
                .count();
        return above <= 1 && parents.below(position).length <= 1;
    }
}
