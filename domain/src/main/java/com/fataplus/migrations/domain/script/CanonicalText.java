package com.fataplus.migrations.domain.script;

import com.fataplus.migrations.domain.revision.Checksum;
import java.util.function.Consumer;

/**
 * What a checksum sees of a script: the marker and the body of both sections, without what editors and version control change on their own, which
 * is line ends, blanks at the ends of lines, and empty lines at both ends of a section. It is told line by line, as there may be many.
 */
final class CanonicalText {
    private CanonicalText() {}

    /** Ledgers keep these checksums: the same texts must give the same ones for ever. */
    static Checksum checksum(String up, String down) {
        return Checksum.ofParts(parts -> {
            tell(up, parts);
            parts.accept("\0");
            tell(down, parts);
        });
    }

    private static void tell(String section, Consumer<String> parts) {
        int end = CopyData.lineFeed(section, 0);
        parts.accept(withoutTrailingBlanks(section, 0, end) + "\n");
        boolean begun = false;
        int lineFeeds = 0;
        for (int start = end + 1; start <= section.length(); start = end + 1) {
            end = CopyData.lineFeed(section, start);
            String line = withoutTrailingBlanks(section, start, end);
            if (!line.isEmpty()) {
                parts.accept("\n".repeat(begun ? lineFeeds : 0) + line);
                begun = true;
                lineFeeds = 0;
            }
            lineFeeds++;
        }
    }

    private static String withoutTrailingBlanks(String text, int start, int lineEnd) {
        int end = lineEnd;
        while (end > start && " \t\r\f".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }
}
