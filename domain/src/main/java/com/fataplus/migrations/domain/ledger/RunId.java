package com.fataplus.migrations.domain.ledger;

/** The number of a run in its database's journal, counted from 1. */
public record RunId(long value) {
    public RunId {
        if (value < 1) {
            throw new IllegalArgumentException("runs count from 1: " + value);
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
