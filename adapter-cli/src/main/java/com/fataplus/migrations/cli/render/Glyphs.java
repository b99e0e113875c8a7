package com.fataplus.migrations.cli.render;

import com.fataplus.migrations.application.usecase.RevisionLine;
import com.fataplus.migrations.application.usecase.RevisionLine.Mark;
import com.fataplus.migrations.application.usecase.ShowHistory.Source;
import com.fataplus.migrations.cli.render.Screen.Letters;
import com.fataplus.migrations.domain.lane.Lane.Kind;

/** The signs that a picture of the graph is drawn with. */
record Glyphs(Letters letters) {
    /** Where a line turns or meets another, as seen from the bend. */
    enum Bend {
        /** Comes from above and turns left. */
        UP_LEFT("╯", "'"),
        UP_RIGHT("╰", "`"),
        UP_BOTH("┴", "+"),
        DOWN_LEFT("╮", "."),
        DOWN_RIGHT("╭", "."),
        DOWN_BOTH("┬", "+"),
        THROUGH_LEFT("┤", "+"),
        THROUGH_RIGHT("├", "+"),
        THROUGH_BOTH("┼", "+");

        private final String unicode;
        private final String ascii;

        Bend(String unicode, String ascii) {
            this.unicode = unicode;
            this.ascii = ascii;
        }
    }

    String of(Bend bend) {
        return pick(bend.unicode, bend.ascii);
    }

    String down(Kind kind) {
        return switch (kind) {
            case PARENT -> pick("│", "|");
            case DEPENDENCY -> pick("┊", ":");
        };
    }

    String across(Kind kind) {
        return switch (kind) {
            case PARENT -> pick("─", "-");
            case DEPENDENCY -> pick("┄", "~");
        };
    }

    /** Full for what is applied or where nobody asked, a ring for what is pending. */
    String revision(RevisionLine line, Source source) {
        if (line.marks().contains(Mark.CURRENT)) {
            return pick("◉", "@");
        }
        boolean isPending = source == Source.FILES_AND_LEDGER && !line.marks().contains(Mark.APPLIED);
        return isPending ? pick("○", "o") : pick("●", "*");
    }

    private String pick(String unicode, String ascii) {
        return switch (letters) {
            case UNICODE -> unicode;
            case ASCII -> ascii;
        };
    }
}
