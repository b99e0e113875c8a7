package com.fataplus.migrations.domain.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The one order of a listing. It follows a line down as long as it can, keeps the lines it has met in a row of slots, and turns to another slot
 * only where the line ends or waits for a revision that has to come first.
 */
final class NewestFirst {
    private final Links requirements;
    /** The wanted revisions and all on the ways between them, as long as they are not listed. */
    private final BitSet left;
    /** How many of {@link #left} build directly on each revision. */
    private final int[] waitsFor;
    /** The slots in use; the first one has the lowest number. */
    private final BitSet slots = new BitSet();

    /** One for each slot that was ever made. */
    private final List<Integer> revisionIn = new ArrayList<>();

    private final BitSet slotted = new BitSet();
    private final int[] firstSlotWorthTrying;

    private NewestFirst(Links requirements, BitSet span, int size) {
        this.requirements = requirements;
        this.left = span;
        this.waitsFor = new int[size];
        this.firstSlotWorthTrying = new int[size];
    }

    /** Positions sorted so that none comes before one that builds on it, by whatever way. */
    static List<Integer> of(BitSet wanted, Links requirements, int size) {
        BitSet span = requirements.reachedUp(wanted);
        span.and(requirements.reachedDown(wanted));
        List<Integer> order = new NewestFirst(requirements, span, size).walk();
        order.removeIf(position -> !wanted.get(position));
        return order;
    }

    private List<Integer> walk() {
        left.stream().forEach(position -> {
            for (int below : requirements.below(position)) {
                waitsFor[below]++;
            }
        });
        left.stream().filter(position -> waitsFor[position] == 0).forEach(this::addSlot);
        Forks forks = new Forks(requirements, left, waitsFor);

        List<Integer> order = new ArrayList<>();
        int slot = 0;
        while (!slots.isEmpty()) {
            int candidate = revisionIn.get(slot);
            if (waitsFor[candidate] > 0) {
                slot = firstSlotAbove(candidate, forks.above(candidate));
            } else {
                order.add(candidate);
                slot = goOn(slot, candidate);
            }
        }
        return order;
    }

    /**
     * The search goes on where it stopped the last time. What fills a slot stands above less than what was listed from it, and new slots are the
     * last ones, so a slot that did not stand above the candidate never will.
     */
    private int firstSlotAbove(int candidate, BitSet above) {
        int slot = slots.nextSetBit(firstSlotWorthTrying[candidate]);
        while (!above.get(revisionIn.get(slot))) {
            slot = slots.nextSetBit(slot + 1);
        }
        firstSlotWorthTrying[candidate] = slot;
        return slot;
    }

    /** Puts what comes below the listed revision into its slot and, where it is more, into new ones; says where to go on. */
    private int goOn(int slot, int listed) {
        left.clear(listed);
        slotted.clear(listed);
        boolean taken = false;
        for (int below : requirements.below(listed)) {
            waitsFor[below]--;
            if (left.get(below) && !slotted.get(below)) {
                if (taken) {
                    addSlot(below);
                } else {
                    fill(slot, below);
                    taken = true;
                }
            }
        }
        if (taken) {
            return slot;
        }
        slots.clear(slot);
        int previous = slots.previousSetBit(slot);
        return previous >= 0 ? previous : Math.max(slots.nextSetBit(0), 0);
    }

    private void addSlot(int position) {
        revisionIn.add(position);
        fill(revisionIn.size() - 1, position);
    }

    private void fill(int slot, int position) {
        slots.set(slot);
        slotted.set(position);
        revisionIn.set(slot, position);
    }
}
