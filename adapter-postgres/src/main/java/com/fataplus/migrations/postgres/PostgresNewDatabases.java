package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.LedgerConfig;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.ServerFailure;
import com.fataplus.migrations.application.port.NewDatabase;
import com.fataplus.migrations.application.port.NewDatabases;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Databases called {@code fata_PURPOSE_4f1c2a9be07d}. Whoever made one holds an advisory lock on its name from another database, as long as
 * it lives; one that nobody holds is a leftover, and goes when the next is made.
 */
public final class PostgresNewDatabases implements NewDatabases {
    private static final int RANDOM_BYTES = 6;

    private static final String OURS = """
            select datname from pg_catalog.pg_database where datname ~ '^fata_(verify|restore)_[0-9a-f]{12}$' order by datname
            """;

    private final ConnectionConfig connection;
    private final LedgerConfig ledger;
    private final Clock clock;
    private final RandomGenerator random;

    /** @param connection to the database that is migrated */
    public PostgresNewDatabases(ConnectionConfig connection, LedgerConfig ledger, Clock clock, RandomGenerator random) {
        this.connection = requireNonNull(connection, "connection");
        this.ledger = requireNonNull(ledger, "ledger");
        this.clock = requireNonNull(clock, "clock");
        this.random = requireNonNull(random, "random");
    }

    @Override
    public NewDatabase create(String purpose) {
        Neighbour neighbour = Neighbour.of(connection);
        try {
            sweep(neighbour);
            byte[] bytes = new byte[RANDOM_BYTES];
            random.nextBytes(bytes);
            String name = "fata_" + purpose + "_" + HexFormat.of().formatHex(bytes);
            neighbour.hold(name);
            create(neighbour, name);
            return new PostgresNewDatabase(neighbour, name, new PostgresDatabase(connection.to(name), ledger, clock));
        } catch (Throwable e) {
            neighbour.closeAfter(e);
            throw e;
        }
    }

    @Override
    public void dropAside(String name) {
        try (Neighbour neighbour = Neighbour.of(connection)) {
            ServerFailures.performing(
                    "drop database " + name, () -> neighbour.disposal().drop(name));
        }
    }

    private void create(Neighbour neighbour, String name) {
        DatabaseProperties original = DatabaseProperties.read(neighbour.sql(), connection.database());
        try {
            neighbour.sql().run(original.createEmpty(name));
        } catch (SQLException e) {
            throw new MigrationException(failure(e), e);
        }
    }

    private ServerFailure failure(SQLException e) {
        return ServerFailures.state(e).equals(Grants.INSUFFICIENT_PRIVILEGE)
                ? new ServerFailure.PermissionDenied(
                        "create a database beside " + connection.database(),
                        ServerFailures.message(e),
                        "alter role " + Identifier.quoted(connection.user()) + " createdb")
                : ServerFailures.of("create a database beside " + connection.database(), e);
    }

    /** What it may not drop is another role's, and stays. */
    private static void sweep(Neighbour neighbour) {
        List<String> names = ServerFailures.doing(
                "look for databases that were left behind",
                () -> neighbour.sql().rows(OURS, row -> row.getString(1)));
        for (String name : names) {
            if (neighbour.tryHold(name)) {
                try {
                    // A crashed process may still have a session there, that the server has not missed yet.
                    neighbour.disposal().dropUnused(name);
                } catch (SQLException | MigrationException leftThere) {
                    // the next one tries again
                } finally {
                    neighbour.letGo(name);
                }
            }
        }
    }
}
