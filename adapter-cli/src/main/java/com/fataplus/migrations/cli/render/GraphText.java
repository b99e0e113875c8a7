package com.fataplus.migrations.cli.render;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.usecase.RevisionLine;
import com.fataplus.migrations.application.usecase.RevisionLine.Mark;
import com.fataplus.migrations.application.usecase.ShowHistory;
import com.fataplus.migrations.application.usecase.ShowHistory.Source;
import com.fataplus.migrations.domain.lane.Lane;
import com.fataplus.migrations.domain.lane.Lane.Kind;
import com.fataplus.migrations.domain.lane.LaneRow;
import com.fataplus.migrations.domain.lane.Lanes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The history as a picture: a column for each line between revisions, the newest revision on top. */
public final class GraphText {
    /** A wider picture pushes the words around; the words then follow it line by line. */
    private static final int WIDEST_ALIGNED = 24;

    private final Source source;
    private final Style style;
    private final Screen screen;
    private final Glyphs glyphs;

    private final List<String> pictures = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    private GraphText(Source source, Style style, Screen screen) {
        this.source = requireNonNull(source, "source");
        this.style = requireNonNull(style, "style");
        this.screen = requireNonNull(screen, "screen");
        this.glyphs = new Glyphs(screen.letters());
    }

    public static List<String> of(ShowHistory.Report report, Source source, Style style, Screen screen) {
        GraphText text = new GraphText(source, style, screen);
        text.draw(report.revisions(), Lanes.of(report.ids(), report.graph()));
        return text.lines();
    }

    private void draw(List<RevisionLine> lines, List<LaneRow> rows) {
        for (int index = 0; index < rows.size(); index++) {
            LaneRow row = rows.get(index);
            if (index > 0 && looksLinked(rows.get(index - 1), row)) {
                add(passing(row).toString(), "");
            }
            add(revision(lines.get(index), row), words(lines.get(index)));
            if (endsAndBegins(row)) {
                add(bends(row), "");
            }
            if (isNextDependency(row, rows.subList(index + 1, rows.size()))) {
                add(straight(row), "");
            }
        }
    }

    private void add(String picture, String text) {
        pictures.add(picture);
        words.add(text);
    }

    /** A head right below a base would look like its parent. */
    private static boolean looksLinked(LaneRow above, LaneRow row) {
        return above.column() == row.column()
                && above.beginning().isEmpty()
                && row.ending().isEmpty();
    }

    private String revision(RevisionLine line, LaneRow row) {
        PictureLine picture = passing(row);
        picture.join(row.column(), aside(row, row.ending()), PictureLine.Side.ABOVE);
        if (!endsAndBegins(row)) {
            picture.join(row.column(), aside(row, row.beginning()), PictureLine.Side.BELOW);
        }
        picture.revision(
                row.column(), glyphs.revision(line, source), line.marks().contains(Mark.CURRENT));
        return picture.toString();
    }

    /** Then they are drawn one below the other, or they would look like one line that passes. */
    private static boolean endsAndBegins(LaneRow row) {
        return !aside(row, row.ending()).isEmpty()
                && !aside(row, row.beginning()).isEmpty();
    }

    private String bends(LaneRow row) {
        PictureLine picture = passing(row);
        row.beginning().stream().filter(lane -> lane.column() == row.column()).forEach(picture::down);
        picture.join(row.column(), aside(row, row.beginning()), PictureLine.Side.BELOW);
        return picture.toString();
    }

    /** Then there has to be a line between the two, which shows what kind it is. */
    private static boolean isNextDependency(LaneRow row, List<LaneRow> below) {
        return row.beginning().stream()
                .filter(lane -> lane.column() == row.column() && lane.kind() == Kind.DEPENDENCY)
                .anyMatch(lane -> lane.to().equals(below.getFirst().revision()));
    }

    private String straight(LaneRow row) {
        PictureLine picture = passing(row);
        row.beginning().forEach(picture::down);
        return picture.toString();
    }

    private PictureLine passing(LaneRow row) {
        PictureLine picture = new PictureLine(glyphs, style);
        row.passing().forEach(picture::down);
        return picture;
    }

    private static List<Lane> aside(LaneRow row, List<Lane> lanes) {
        return lanes.stream().filter(lane -> lane.column() != row.column()).toList();
    }

    private String words(RevisionLine line) {
        Stream<Mark> marks = line.marks().stream()
                .filter(mark -> mark == Mark.HEAD || mark == Mark.EFFECTIVE_HEAD || mark == Mark.CURRENT);
        return RevisionText.withMarks(line, marks, style);
    }

    private List<String> lines() {
        int widest = pictures.stream().mapToInt(CellWidth::of).max().orElse(0);
        List<String> lines = new ArrayList<>();
        for (int index = 0; index < pictures.size(); index++) {
            String picture = pictures.get(index);
            int room = widest > WIDEST_ALIGNED ? 0 : widest - CellWidth.of(picture);
            lines.add((picture + " ".repeat(room) + "  " + words.get(index)).stripTrailing());
        }
        return screen.fitted(lines);
    }
}
