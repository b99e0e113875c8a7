package com.fataplus.migrations.domain.revision;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * What stands above each fork of a span: above each revision that several others build on. The listing of a wide graph asks for it at every
 * turn, so it is worked out once, from the top, at a bit a revision; histories without forks pay nothing.
 */
final class Forks {
    private final Links requirements;
    private final BitSet span;
    private final Map<Integer, BitSet> above = new HashMap<>();

    /** Reads the span at once; how many of its revisions build directly on each is known already. */
    Forks(Links requirements, BitSet span, int[] dependants) {
        this.requirements = requirements;
        this.span = span;
        int[] waitsFor = dependants.clone();
        Deque<Integer> free = new ArrayDeque<>();
        span.stream().filter(position -> waitsFor[position] == 0).forEach(free::add);
        while (!free.isEmpty()) {
            int position = free.remove();
            if (dependants[position] > 1) {
                above.put(position, gatheredAbove(position));
            }
            for (int below : requirements.below(position)) {
                if (--waitsFor[below] == 0 && span.get(below)) {
                    free.add(below);
                }
            }
        }
    }

    /** Everything above a fork, whether listed by now or not. */
    BitSet above(int fork) {
        return above.get(fork);
    }

    /** Climbs up to the next forks, which know the rest. */
    private BitSet gatheredAbove(int fork) {
        BitSet gathered = new BitSet();
        Deque<Integer> climbing = new ArrayDeque<>();
        climbing.push(fork);
        while (!climbing.isEmpty()) {
            for (int higher : requirements.above(climbing.pop())) {
                if (span.get(higher) && !gathered.get(higher)) {
                    gathered.set(higher);
                    if (above.containsKey(higher)) {
                        gathered.or(above.get(higher));
                    } else {
                        climbing.push(higher);
                    }
                }
            }
        }
        return gathered;
    }
}
