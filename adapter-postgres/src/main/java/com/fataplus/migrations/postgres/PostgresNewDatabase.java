package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.application.port.NewDatabase;
import java.sql.SQLException;

/** A database that is ours until it is closed, or has taken another one's place. */
final class PostgresNewDatabase implements NewDatabase {
    private final Neighbour neighbour;
    private final String name;
    private final PostgresDatabase database;
    private boolean ours = true;

    /** @param neighbour holds the name */
    PostgresNewDatabase(Neighbour neighbour, String name, PostgresDatabase database) {
        this.neighbour = requireNonNull(neighbour, "neighbour");
        this.name = requireNonNull(name, "name");
        this.database = requireNonNull(database, "database");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Database database() {
        return database;
    }

    /** Where databases are renamed and dropped from. */
    Neighbour neighbour() {
        return neighbour;
    }

    /** It has another name now, and stays. */
    void given() {
        ours = false;
    }

    @Override
    public void close() {
        try {
            if (ours) {
                neighbour.disposal().drop(name);
            }
        } catch (SQLException | MigrationException leftBehind) {
            // whoever makes the next one removes it
        } finally {
            neighbour.close();
        }
    }
}
