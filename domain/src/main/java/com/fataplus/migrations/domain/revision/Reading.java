package com.fataplus.migrations.domain.revision;

import static java.util.Objects.requireNonNull;

import java.util.function.Function;

/** What a text typed by a person was understood as, or why it was not. */
public sealed interface Reading<T> {
    /** It means something. */
    record Understood<T>(T value) implements Reading<T> {
        public Understood {
            requireNonNull(value, "value");
        }

        @Override
        public <U> Reading<U> then(Function<T, Reading<U>> next) {
            return next.apply(value);
        }
    }

    /** It means nothing, or nothing certain. */
    record Refused<T>(SpecRefusal reason) implements Reading<T> {
        public Refused {
            requireNonNull(reason, "reason");
        }

        @Override
        public <U> Reading<U> then(Function<T, Reading<U>> next) {
            return new Refused<>(reason);
        }
    }

    /** Goes on reading with what was understood; a refusal stays one. */
    <U> Reading<U> then(Function<T, Reading<U>> next);

    /** Turns what was understood into something else. */
    default <U> Reading<U> map(Function<T, U> change) {
        return then(value -> new Understood<>(change.apply(value)));
    }
}
