package com.fataplus.migrations.domain.revision;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/** What has to be applied right before a revision: its parents, then its dependencies in the order declared. */
final class Requirements {
    private Requirements() {}

    /**
     * Joins both kinds of links. A dependency that an ancestor by parent declares as well is left out: it is there long before, and must not
     * hold a place in the order next to the parents.
     */
    static Links of(Links parents, Links dependencies, int size) {
        Set<Link> implied = implied(parents, dependencies, size);
        int[][] below = new int[size][];
        Arrays.setAll(
                below,
                position -> IntStream.concat(
                                Arrays.stream(parents.below(position)),
                                Arrays.stream(dependencies.below(position))
                                        .filter(target -> !implied.contains(new Link(position, target))))
                        .distinct()
                        .toArray());
        return Links.downTo(below);
    }

    private static Set<Link> implied(Links parents, Links dependencies, int size) {
        Set<Link> implied = new HashSet<>();
        for (int target = 0; target < size; target++) {
            int[] dependants = dependencies.above(target);
            if (dependants.length > 1) {
                BitSet higher = strictlyAbove(dependants, parents);
                for (int dependant : dependants) {
                    if (higher.get(dependant)) {
                        implied.add(new Link(dependant, target));
                    }
                }
            }
        }
        return implied;
    }

    private static BitSet strictlyAbove(int[] positions, Links parents) {
        BitSet children = new BitSet();
        for (int position : positions) {
            for (int child : parents.above(position)) {
                children.set(child);
            }
        }
        return parents.reachedUp(children);
    }

    private record Link(int from, int to) {}
}
