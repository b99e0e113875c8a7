package com.fataplus.migrations.domain.script;

/**
 * The lines that follow {@code COPY ... FROM stdin;}.
 *
 * @param start where the first of them begins
 * @param end where the last of them has ended
 * @param next where SQL goes on: after the line that says {@code \.}, or at the end of the text where no line does
 */
record CopyData(int start, int end, int next) {
    /** The data of a COPY whose line ends at {@code lineEnd}. */
    static CopyData below(String text, int lineEnd) {
        int start = Math.min(lineEnd + 1, text.length());
        int line = start;
        while (line < text.length()) {
            int lineFeed = lineFeed(text, line);
            if (isEnd(text, line, lineFeed)) {
                return new CopyData(start, line, lineFeed);
            }
            line = Math.min(lineFeed + 1, text.length());
        }
        return new CopyData(start, text.length(), text.length());
    }

    /** Where the line that {@code offset} lies in ends. */
    static int lineFeed(String text, int offset) {
        int found = text.indexOf('\n', offset);
        return found < 0 ? text.length() : found;
    }

    /** True where a line says that the data ends; psql lets a file's end do as well. */
    boolean isTerminated() {
        return end < next;
    }

    private static boolean isEnd(String text, int line, int lineFeed) {
        return text.startsWith("\\.", line)
                && (lineFeed == line + 2 || (lineFeed == line + 3 && text.charAt(line + 2) == '\r'));
    }
}
