package com.fataplus.migrations.domain.script;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A comment line of the form {@code Key: value}, the key being one word or two. */
record HeaderLine(Word name, Word value) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z]+(?:[ _-][A-Za-z]+)?)\\s?:(.*)", Pattern.DOTALL);

    HeaderLine {
        requireNonNull(name, "name");
        requireNonNull(value, "value");
    }

    /** The line taken apart; empty for prose. Only our own keys may do without a blank behind the colon. */
    static Optional<HeaderLine> of(Word line) {
        Matcher matcher = FORM.matcher(line.text());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String rest = matcher.group(2);
        int valueStart = line.start()
                + matcher.start(2)
                + rest.length()
                - rest.stripLeading().length();
        HeaderLine found = new HeaderLine(new Word(matcher.group(1), line.start()), new Word(rest.strip(), valueStart));
        boolean parted = rest.isEmpty() || Character.isWhitespace(rest.charAt(0));
        return parted || found.key().isPresent() ? Optional.of(found) : Optional.empty();
    }

    Optional<HeaderKey> key() {
        return HeaderKey.named(name.text());
    }

    /** What was probably meant where the key is none of ours. */
    Optional<HeaderKey> similarKey() {
        return HeaderKey.similarTo(name.text());
    }
}
