package com.fataplus.migrations.domain.script;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The first tokens of a statement, enough to know what sort it is: words in upper case, numbers as written, {@code ''} for any string, {@code ""}
 * for any quoted identifier. What stands in parentheses is left out, but not the options of {@code REINDEX (...)}.
 */
record CommandWords(List<String> words) {
    /** So many tokens are kept; what matters comes sooner. */
    static final int KEPT = 64;

    CommandWords {
        words = List.copyOf(words);
    }

    /** True for {@code COPY ... FROM stdin}; PostgreSQL reads {@code FROM stdout} the same way. */
    boolean readsCopyData() {
        return beginsWith("COPY") && (contains("FROM", "STDIN") || contains("FROM", "STDOUT"));
    }

    /** True for a statement that may have a BEGIN ATOMIC body. */
    boolean createsRoutine() {
        return firstOf(
                        "CREATE FUNCTION",
                        "CREATE PROCEDURE",
                        "CREATE OR REPLACE FUNCTION",
                        "CREATE OR REPLACE PROCEDURE")
                .isPresent();
    }

    /** True for {@code SET standard_conforming_strings = off}, and for any value but a plain word for on. */
    boolean makesBackslashesEscape() {
        int name = words.indexOf("STANDARD_CONFORMING_STRINGS");
        return first().equals("SET")
                && (name == 1 || name == 2)
                && words.size() > name + 2
                && !List.of("ON", "TRUE", "YES", "1", "DEFAULT").contains(words.get(name + 2));
    }

    /** True where it begins or ends a transaction; savepoints do neither. */
    boolean controlsTransaction() {
        return switch (first()) {
            case "BEGIN", "COMMIT", "END", "ABORT" -> true;
            case "START" -> beginsWith("START", "TRANSACTION");
            case "PREPARE" -> beginsWith("PREPARE", "TRANSACTION", "''");
            case "ROLLBACK" -> !words.contains("TO");
            default -> false;
        };
    }

    /** What it does to a transaction block; {@code AND CHAIN} begins the next one at once. */
    TransactionBlocks.Effect transactionEffect() {
        boolean chains = contains("AND", "CHAIN");
        boolean ofPrepared = words.size() > 1 && words.get(1).equals("PREPARED");
        return switch (first()) {
            case "BEGIN" -> TransactionBlocks.Effect.BEGINS;
            case "START", "COMMIT", "END", "ABORT", "ROLLBACK", "PREPARE" -> {
                if (!controlsTransaction() || ofPrepared) {
                    yield TransactionBlocks.Effect.NONE;
                }
                yield first().equals("START") || chains
                        ? TransactionBlocks.Effect.BEGINS
                        : TransactionBlocks.Effect.ENDS;
            }
            default -> TransactionBlocks.Effect.NONE;
        };
    }

    /**
     * How the statement is called where PostgreSQL refuses it inside a transaction block for sure. Statements that depend on what they meet (a
     * partitioned table, a slot, a procedure that commits) are left to the server.
     */
    Optional<String> refusedInTransaction() {
        return switch (first()) {
            case "VACUUM" -> Optional.of("VACUUM");
            case "ALTER" -> refusedAlter();
            case "CREATE" ->
                createsSubscriptionWithSlot()
                        ? Optional.of("CREATE SUBSCRIPTION")
                        : firstOf(
                                "CREATE DATABASE",
                                "CREATE TABLESPACE",
                                "CREATE INDEX CONCURRENTLY",
                                "CREATE UNIQUE INDEX CONCURRENTLY");
            case "DROP" -> firstOf("DROP DATABASE", "DROP TABLESPACE", "DROP INDEX CONCURRENTLY");
            case "REINDEX" -> refusedReindex();
            case "CLUSTER" -> clustersEverything() ? Optional.of("CLUSTER of all tables") : Optional.empty();
            case "DISCARD" -> firstOf("DISCARD ALL");
            default -> Optional.empty();
        };
    }

    private Optional<String> refusedAlter() {
        if (beginsWith("ALTER", "DATABASE") && contains("SET", "TABLESPACE")) {
            return Optional.of("ALTER DATABASE ... SET TABLESPACE");
        }
        if (beginsWith("ALTER", "SUBSCRIPTION") && contains("REFRESH", "PUBLICATION")) {
            return Optional.of("ALTER SUBSCRIPTION ... REFRESH PUBLICATION");
        }
        if (beginsWith("ALTER", "TABLE")
                && contains("DETACH", "PARTITION")
                && words.getLast().equals("CONCURRENTLY")) {
            return Optional.of("ALTER TABLE ... DETACH PARTITION ... CONCURRENTLY");
        }
        return firstOf("ALTER SYSTEM");
    }

    /** {@code REINDEX (options) TABLE CONCURRENTLY name}, where CONCURRENTLY may be one of the options. */
    private Optional<String> refusedReindex() {
        int optionsEnd = beginsWith("REINDEX", "(") ? words.indexOf(")") : 0;
        List<String> rest = words.subList(optionsEnd + 1, words.size());
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        if (List.of("SCHEMA", "DATABASE", "SYSTEM").contains(rest.getFirst())) {
            return Optional.of("REINDEX " + rest.getFirst());
        }
        boolean concurrently = rest.indexOf("CONCURRENTLY") == 1 || asksFor(words.subList(0, optionsEnd + 1));
        return concurrently ? Optional.of("REINDEX CONCURRENTLY") : Optional.empty();
    }

    private static boolean asksFor(List<String> options) {
        int option = options.indexOf("CONCURRENTLY");
        return option > 0 && !List.of("FALSE", "OFF", "0", "''").contains(options.get(option + 1));
    }

    /** A slot is made unless an option says otherwise, and options may say much. */
    private boolean createsSubscriptionWithSlot() {
        return beginsWith("CREATE", "SUBSCRIPTION") && words.size() < KEPT && !words.contains("WITH");
    }

    private boolean clustersEverything() {
        return List.of(List.of("CLUSTER"), List.of("CLUSTER", "VERBOSE"), List.of("CLUSTER", "("))
                .contains(words);
    }

    private Optional<String> firstOf(String... beginnings) {
        return Stream.of(beginnings)
                .filter(beginning -> beginsWith(beginning.split(" ")))
                .findFirst();
    }

    private String first() {
        return words.isEmpty() ? "" : words.getFirst();
    }

    private boolean beginsWith(String... beginning) {
        return words.size() >= beginning.length
                && words.subList(0, beginning.length).equals(List.of(beginning));
    }

    private boolean contains(String... sequence) {
        return Collections.indexOfSubList(words, List.of(sequence)) >= 0;
    }
}
