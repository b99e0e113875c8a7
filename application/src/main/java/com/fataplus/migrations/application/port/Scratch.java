package com.fataplus.migrations.application.port;

import java.util.Set;

/** A database on the server of the one being migrated that lives no longer than this. */
public interface Scratch extends AutoCloseable {
    /** The way in; its ledger is empty at first. */
    Database database();

    /** Names of schemas, relations, columns, types and functions that the database being migrated has and this one lacks. */
    Set<String> missing();

    /** Drops the database with all that is in it, whoever is connected; a second time does nothing. */
    @Override
    void close();
}
