package com.fataplus.migrations.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads a picture of a graph as a person does: from each revision along the lines down to others. Knows nothing of how it was drawn. */
final class PictureReader {
    private static final String REVISIONS = "●◉○";
    private static final String DOWNWARDS = "│┊";
    private static final String TURNS_ASIDE = "╮╭┬";

    private final List<String> lines;
    private final Set<String> links = new TreeSet<>();

    private PictureReader(List<String> lines) {
        this.lines = lines;
    }

    /** {@code child kind parent} for every link of a picture whose words are the ids. */
    static Set<String> links(List<String> lines) {
        var reader = new PictureReader(lines);
        for (int line = 0; line < lines.size(); line++) {
            for (int place = 0; place < lines.get(line).length(); place++) {
                if (REVISIONS.indexOf(reader.sign(line, place)) >= 0) {
                    reader.follow(reader.words(line), line, place);
                }
            }
        }
        return reader.links;
    }

    private void follow(String child, int line, int place) {
        sideways(child, line, place);
        char below = sign(line + 1, place);
        if (below == '├' || below == '┤' || below == '┼') {
            sideways(child, line + 1, place);
            down(child, "PARENT", line + 2, place);
        } else {
            down(child, "PARENT", line + 1, place);
        }
    }

    /** Lines that leave a revision, or the bend below it, to the side and then go down. */
    private void sideways(String child, int line, int home) {
        for (int step : new int[] {-1, 1}) {
            int place = home + step;
            String kind = "";
            while (isAcross(line, place) || (!kind.isEmpty() && "│┊╮╭┬┴╯╰".indexOf(sign(line, place)) >= 0)) {
                if (isAcross(line, place)) {
                    kind = sign(line, place) == '┄' ? "DEPENDENCY" : "PARENT";
                }
                if (TURNS_ASIDE.indexOf(sign(line, place)) >= 0) {
                    down(child, kind, line + 1, place);
                }
                if ("╮╭╯╰".indexOf(sign(line, place)) >= 0) {
                    break;
                }
                place += step;
            }
        }
    }

    private boolean isAcross(int line, int place) {
        return "─┄".indexOf(sign(line, place)) >= 0;
    }

    /** A line that goes straight down until it meets a revision, or turns towards one. */
    private void down(String child, String begun, int from, int place) {
        String kind = begun;
        int line = from;
        while (DOWNWARDS.indexOf(sign(line, place)) >= 0) {
            kind = sign(line, place) == '┊' ? "DEPENDENCY" : "PARENT";
            line++;
        }
        char end = sign(line, place);
        if (REVISIONS.indexOf(end) >= 0) {
            links.add(child + " " + kind + " " + words(line));
        } else if ("╯╰┴".indexOf(end) >= 0) {
            links.add(child + " " + kind + " " + words(line));
            if (reached(line, place).size() != 1) {
                throw new AssertionError("a line that leads to several: " + lines.get(line));
            }
        }
    }

    /** The revisions that a bend leads to: past others' lines and bends, never around a corner. */
    private List<Integer> reached(int line, int bend) {
        List<Integer> reached = new ArrayList<>();
        char sign = sign(line, bend);
        for (int step : new int[] {-1, 1}) {
            if ((sign == '╯' && step == 1) || (sign == '╰' && step == -1)) {
                continue;
            }
            int place = bend + step;
            while ("─┄│┊┴".indexOf(sign(line, place)) >= 0) {
                place += step;
            }
            if (REVISIONS.indexOf(sign(line, place)) >= 0) {
                reached.add(place);
            }
        }
        return reached;
    }

    private String words(int line) {
        return lines.get(line).replaceAll("[^a-z0-9]", "");
    }

    private char sign(int line, int place) {
        return line < lines.size() && place >= 0 && place < lines.get(line).length()
                ? lines.get(line).charAt(place)
                : ' ';
    }
}
