package com.fataplus.migrations.cli.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How many columns of a terminal a text takes: none for colours and accents, two for ideographs and most emoji. */
final class CellWidth {
    private static final String COLOURS_OFF = "\u001b[0m";
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    /** A colour, or what people take for one letter: with its accents, or several joined to one picture. */
    private static final Pattern PIECE = Pattern.compile(COLOUR.pattern() + "|\\X");

    /** What Unicode's East Asian Width calls wide or full, in ranges; the emoji among it are the JDK's to know. */
    private static final Pattern WIDE =
            Pattern.compile("[\\u1100-\\u115F\\u2E80-\\u303E\\u3041-\\uA4CF\\uA960-\\uA97F\\uAC00-\\uD7A3"
                    + "\\uF900-\\uFAFF\\uFE10-\\uFE19\\uFE30-\\uFE6F\\uFF01-\\uFF60\\uFFE0-\\uFFE6"
                    + "\\x{16FE0}-\\x{18DFF}\\x{1AFF0}-\\x{1B2FF}\\x{1F200}-\\x{1F2FF}\\x{20000}-\\x{3FFFD}].*");

    private static final int VARIATION_AS_PICTURE = 0xFE0F;

    private CellWidth() {}

    static int of(String text) {
        String seen = text.indexOf('\u001b') < 0 ? text : COLOUR.matcher(text).replaceAll("");
        return seen.chars().allMatch(CellWidth::isPlain)
                ? seen.length()
                : pieces(seen).stream().mapToInt(CellWidth::ofPiece).sum();
    }

    /** Letters of one column that join with nothing: most lines have no others, and taking texts apart takes its time. */
    private static boolean isPlain(int letter) {
        return (letter >= ' ' && letter <= '~') || (letter >= 0x2500 && letter <= 0x25CF);
    }

    /** The beginning of a text that fits, with a sign at its end where something is missing. */
    static String cut(String text, int most, Screen.Letters letters) {
        if (of(text) <= most) {
            return text;
        }
        String more = switch (letters) {
            case UNICODE -> "…";
            case ASCII -> "..";
        };
        StringBuilder kept = new StringBuilder();
        int left = most - of(more);
        for (String piece : pieces(text)) {
            left -= ofPiece(piece);
            if (left < 0) {
                break;
            }
            kept.append(piece);
        }
        return kept.append(more)
                .append(COLOUR.matcher(kept).find() ? COLOURS_OFF : "")
                .toString();
    }

    /** Lines that fit, broken between words; a longer word is left whole, so that it can be copied. */
    static List<String> wrap(String text, int most) {
        List<String> lines = new ArrayList<>();
        for (String word : text.split(" ", -1)) {
            if (!lines.isEmpty() && of(lines.getLast()) + 1 + of(word) <= most) {
                lines.set(lines.size() - 1, lines.getLast() + " " + word);
            } else {
                lines.add(word);
            }
        }
        return lines;
    }

    private static List<String> pieces(String text) {
        return PIECE.matcher(text).results().map(MatchResult::group).toList();
    }

    private static int ofPiece(String piece) {
        if (piece.isEmpty() || piece.charAt(0) == '\u001b' || Character.isISOControl(piece.charAt(0))) {
            return 0;
        }
        if (isPicture(piece) || WIDE.matcher(piece).matches()) {
            return 2;
        }
        return isMark(piece) ? 0 : 1;
    }

    private static boolean isPicture(String piece) {
        return Character.isEmojiPresentation(piece.codePointAt(0)) || piece.indexOf(VARIATION_AS_PICTURE) > 0;
    }

    /** An accent that stands alone takes no column of its own; so does what only steers the writing. */
    private static boolean isMark(String piece) {
        return switch (Character.getType(piece.codePointAt(0))) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
            default -> false;
        };
    }
}
