package com.fataplus.migrations.domain.script;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/** A stretch of a text and the offset at which it begins there. */
record Word(String text, int start) {
    Word {
        requireNonNull(text, "text");
    }

    /** The words between two offsets, as blanks part them. */
    static List<Word> between(String text, int start, int end) {
        List<Word> words = new ArrayList<>();
        int offset = start;
        while (offset < end) {
            int wordEnd = offset;
            while (wordEnd < end && !Character.isWhitespace(text.charAt(wordEnd))) {
                wordEnd++;
            }
            if (wordEnd > offset) {
                words.add(new Word(text.substring(offset, wordEnd), offset));
            }
            offset = wordEnd + 1;
        }
        return List.copyOf(words);
    }

    /** Its parts between commas without the blanks around them; none where there is nothing but blanks. */
    List<Word> commaSeparated() {
        List<Word> parts = new ArrayList<>();
        int offset = 0;
        for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            int blanks = part.length() - part.stripLeading().length();
            parts.add(new Word(part.strip(), start + offset + blanks));
            offset += part.length() + 1;
        }
        return List.copyOf(parts);
    }
}
