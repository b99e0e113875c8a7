package com.fataplus.migrations.cli.render;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** An activity on one line, never longer than a width. */
final class ActivityLine {
    private static final int SHORTEST_BAR = 8;
    private static final int LONGEST_BAR = 30;
    private static final int NARROW = 40;
    private static final String CUT = "...";
    private static final String GAP = "  ";

    private ActivityLine() {}

    /** {@code 2/5 up 4f1c  [######..........]  38%  create index: scanning table  12.0 s}. */
    static String of(Activity activity, Duration elapsed, int width, Style style) {
        String bar = bar(activity, width);
        String time = Quantities.duration(elapsed);
        int room = width - taken(bar) - taken(time);
        String label = cut(activity.label(), room);
        String detail = cut(activity.detail(), room - label.length() - GAP.length());
        return Stream.of(style.strong(label), bar.isEmpty() ? "" : style.good(bar), detail, style.faint(time))
                .filter(part -> !part.isEmpty())
                .collect(joining(GAP));
    }

    private static int taken(String part) {
        return part.isEmpty() ? 0 : GAP.length() + part.length();
    }

    private static String bar(Activity activity, int width) {
        if (activity.share().isEmpty() || width < NARROW) {
            return "";
        }
        int length = Math.clamp(width / 5L, SHORTEST_BAR, LONGEST_BAR);
        double share = activity.share().getAsDouble();
        int full = (int) (share * length);
        return String.format(
                Locale.ROOT, "[%s%s] %3d%%", "#".repeat(full), ".".repeat(length - full), (int) (share * 100));
    }

    private static String cut(String text, int room) {
        if (text.length() <= room) {
            return text;
        }
        int end = room - CUT.length();
        if (end <= 0) {
            return "";
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
    }
}
