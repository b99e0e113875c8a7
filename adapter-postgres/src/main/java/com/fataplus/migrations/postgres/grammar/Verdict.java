package com.fataplus.migrations.postgres.grammar;

import java.util.Optional;

/** What is to be said of one statement. */
sealed interface Verdict {
    /** PostgreSQL can read it. */
    record Sound() implements Verdict {}

    /**
     * PostgreSQL cannot read it.
     *
     * @param message in PostgreSQL's words
     * @param offset where in the statement's text
     */
    record Refused(String message, int offset, Optional<String> hint) implements Verdict {}

    /** Nobody knows. */
    record Undecided(String reason) implements Verdict {}
}
