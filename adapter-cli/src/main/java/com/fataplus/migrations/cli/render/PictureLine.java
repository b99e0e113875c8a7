package com.fataplus.migrations.cli.render;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.cli.render.Glyphs.Bend;
import com.fataplus.migrations.domain.lane.Lane;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** One line of a picture of the graph: signs in the columns of lanes, and in the gap after each. */
final class PictureLine {
    private final Glyphs glyphs;
    private final Style style;
    private final TreeMap<Integer, String> signs = new TreeMap<>();
    private final Set<Integer> passing = new HashSet<>();

    PictureLine(Glyphs glyphs, Style style) {
        this.glyphs = requireNonNull(glyphs, "glyphs");
        this.style = requireNonNull(style, "style");
    }

    /** On which side of a line a lane goes on. */
    enum Side {
        ABOVE,
        BELOW
    }

    /** A lane that runs straight through. */
    void down(Lane lane) {
        passing.add(place(lane.column()));
        put(place(lane.column()), glyphs.down(lane.kind()), lane.column());
    }

    void revision(int column, String sign, boolean current) {
        signs.put(place(column), current ? style.strong(style.lane(column, sign)) : style.lane(column, sign));
    }

    /** Leads lanes from the revision's column to their own; what passes in between is left as it is. */
    void join(int home, List<Lane> lanes, Side side) {
        // The last one drawn is seen where several share their way: history over dependencies, near over far.
        lanes.stream()
                .sorted(comparing(Lane::kind)
                        .thenComparingInt(lane -> Math.abs(lane.column() - home))
                        .reversed())
                .forEach(lane -> across(Math.min(home, lane.column()), Math.max(home, lane.column()), lane));
        lanes.forEach(lane -> put(place(lane.column()), glyphs.of(bend(lane, home, lanes, side)), lane.column()));
        if (!lanes.isEmpty()) {
            put(place(home), glyphs.of(through(home, lanes)), home);
        }
    }

    private void across(int from, int to, Lane lane) {
        for (int place = place(from) + 1; place < place(to); place++) {
            if (!passing.contains(place)) {
                put(place, glyphs.across(lane.kind()), lane.column());
            }
        }
    }

    private static Bend bend(Lane lane, int home, List<Lane> lanes, Side side) {
        boolean isRight = lane.column() > home;
        boolean isLast = lanes.stream()
                .noneMatch(other -> isRight ? other.column() > lane.column() : other.column() < lane.column());
        return switch (side) {
            case ABOVE -> isLast ? isRight ? Bend.UP_LEFT : Bend.UP_RIGHT : Bend.UP_BOTH;
            case BELOW -> isLast ? isRight ? Bend.DOWN_LEFT : Bend.DOWN_RIGHT : Bend.DOWN_BOTH;
        };
    }

    private static Bend through(int home, List<Lane> lanes) {
        boolean left = lanes.stream().anyMatch(lane -> lane.column() < home);
        boolean right = lanes.stream().anyMatch(lane -> lane.column() > home);
        return left && right ? Bend.THROUGH_BOTH : left ? Bend.THROUGH_LEFT : Bend.THROUGH_RIGHT;
    }

    private static int place(int column) {
        return 2 * column;
    }

    private void put(int place, String sign, int column) {
        signs.put(place, style.lane(column, sign));
    }

    @Override
    public String toString() {
        StringBuilder line = new StringBuilder();
        int last = signs.isEmpty() ? -1 : signs.lastKey();
        for (int place = 0; place <= last; place++) {
            line.append(signs.getOrDefault(place, " "));
        }
        return line.toString();
    }
}
