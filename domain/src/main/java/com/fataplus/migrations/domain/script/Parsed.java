package com.fataplus.migrations.domain.script;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** The parser's answer: the value, or every problem that stands in its way. */
public sealed interface Parsed<T> {
    /** The text means something. */
    record Sound<T>(T value) implements Parsed<T> {
        public Sound {
            requireNonNull(value, "value");
        }
    }

    /** The text is wrong; at least one problem. */
    record Broken<T>(List<ScriptProblem> problems) implements Parsed<T> {
        public Broken {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("broken, but no problem is named");
            }
        }
    }
}
