package com.fataplus.migrations.domain.script;

import com.fataplus.migrations.domain.revision.Checksum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a checksum sees of a script: the marker and the body of both sections, without what editors and version control change on their own, which
 * is line ends, blanks at the ends of lines, and empty lines at both ends of a section.
 */
final class CanonicalText {
    private CanonicalText() {}

    /** Ledgers keep these checksums: the same texts must give the same ones for ever. */
    static Checksum checksum(String up, String down) {
        return Checksum.of(of(up) + "\0" + of(down));
    }

    private static String of(String section) {
        List<String> lines = Arrays.stream(section.split("\n", -1))
                .map(CanonicalText::withoutTrailingBlanks)
                .toList();
        List<String> body = new ArrayList<>(lines.subList(1, lines.size()));
        while (!body.isEmpty() && body.getLast().isEmpty()) {
            body.removeLast();
        }
        long emptyAbove = body.stream().takeWhile(String::isEmpty).count();
        return lines.getFirst() + "\n" + String.join("\n", body.subList((int) emptyAbove, body.size()));
    }

    private static String withoutTrailingBlanks(String line) {
        int end = line.length();
        while (end > 0 && " \t\r\f".indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return line.substring(0, end);
    }
}
