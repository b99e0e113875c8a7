package com.fataplus.migrations.application.port;

/** A database of our own. While this process lives nobody sweeps it; closing drops it, whoever is connected. */
public interface NewDatabase extends AutoCloseable {
    /** Its name on the server. */
    String name();

    /** The way in, as to any database. */
    Database database();

    /** Drops it, unless it has taken another one's place; must not hide an earlier failure. */
    @Override
    void close();
}
