package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

/** Something that was not looked at, said so that nobody takes silence for praise. */
public record Unchecked(String what, String why) {
    public Unchecked {
        requireNonNull(what, "what");
        requireNonNull(why, "why");
    }
}
