package com.fataplus.migrations.domain.revision;

import com.fataplus.migrations.domain.revision.Anchor.Symbol;
import com.fataplus.migrations.domain.revision.Reading.Refused;
import com.fataplus.migrations.domain.revision.Reading.Understood;
import com.fataplus.migrations.domain.revision.RevisionSpec.Absolute;
import com.fataplus.migrations.domain.revision.RevisionSpec.Relative;
import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.IntStream;

/** Takes a {@link RevisionSpec} apart. */
final class SpecSyntax {
    private static final int MOST_BITS = 31;

    private final String text;

    private SpecSyntax(String text) {
        this.text = text;
    }

    static Reading<RevisionSpec> parse(String text) {
        return new SpecSyntax(text).parse();
    }

    private Reading<RevisionSpec> parse() {
        int at = text.indexOf('@');
        return at < 0
                ? place(Optional.empty(), text)
                : name(text.substring(0, at)).then(line -> place(Optional.of(line), text.substring(at + 1)));
    }

    private Reading<RevisionSpec> place(Optional<Anchor.Name> line, String place) {
        int sign = IntStream.range(0, place.length())
                .filter(i -> place.charAt(i) == '+' || place.charAt(i) == '-')
                .findFirst()
                .orElse(place.length());
        if (sign == place.length()) {
            return anchor(place).map(anchor -> new Absolute(text, line, anchor));
        }
        return from(place.substring(0, sign))
                .then(from -> steps(place.charAt(sign), place.substring(sign + 1))
                        .map(steps -> new Relative(text, line, from, steps)));
    }

    private Reading<Optional<Anchor>> from(String name) {
        return name.isEmpty()
                ? new Understood<>(Optional.empty())
                : anchor(name).map(Optional::of);
    }

    private Reading<Anchor> anchor(String text) {
        return Symbol.of(text)
                .<Reading<Anchor>>map(Understood::new)
                .orElseGet(() -> name(text).map(name -> name));
    }

    private Reading<Anchor.Name> name(String text) {
        return RevisionId.problemWith(text)
                .<Reading<Anchor.Name>>map(this::malformed)
                .orElseGet(() -> new Understood<>(new Anchor.Name(text)));
    }

    private Reading<Integer> steps(char sign, String digits) {
        if (!digits.matches("[0-9]+")) {
            return malformed("a number and nothing else has to follow '" + sign + "'");
        }
        BigInteger count = new BigInteger(digits);
        if (count.signum() == 0) {
            return malformed("0 steps lead nowhere");
        }
        if (count.bitLength() > MOST_BITS) {
            return malformed("no history has so many steps");
        }
        return new Understood<>(sign == '-' ? -count.intValue() : count.intValue());
    }

    private <T> Reading<T> malformed(String reason) {
        return new Refused<>(new SpecRefusal.Malformed(text, reason));
    }
}
