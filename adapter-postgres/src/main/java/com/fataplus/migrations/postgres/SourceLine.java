package com.fataplus.migrations.postgres;

import com.fataplus.migrations.domain.script.Section;
import com.fataplus.migrations.domain.script.Statement;
import java.util.Optional;

/** Finds the whole line of a file in which a statement went wrong; others may stand on it, too. */
public final class SourceLine {
    private SourceLine() {}

    /**
     * The line that holds the character at an offset of a statement, with placeholders as the file has them; empty where the statement does
     * not stand in its section's text as it is run.
     */
    public static Optional<String> at(Section section, Statement statement, int offset) {
        String text = section.text();
        StringBuilder written = new StringBuilder();
        int end = 0;
        int found = -1;
        for (Statement each : section.statements()) {
            int start = text.indexOf(each.text(), end);
            if (start < 0) {
                return Optional.empty();
            }
            written.append(text, end, start);
            if (each.equals(statement)) {
                found = written.length() + each.writtenOffset(offset);
            }
            written.append(each.written());
            end = start + each.text().length();
        }
        written.append(text, end, text.length());
        return found < 0 ? Optional.empty() : Optional.of(line(written.toString(), found));
    }

    private static String line(String text, int offset) {
        int start = text.lastIndexOf('\n', offset - 1) + 1;
        int end = text.indexOf('\n', offset);
        return text.substring(start, end < 0 ? text.length() : end).stripTrailing();
    }
}
