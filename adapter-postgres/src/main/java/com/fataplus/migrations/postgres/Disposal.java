package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.ConnectionConfig;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Drops databases, from another one of the server. */
final class Disposal {
    /** No database goes while it has a subscription, and a subscription goes only from within; its slot is the original's. */
    private static final String SUBSCRIPTIONS = """
            select format('alter subscription %1$I disable; alter subscription %1$I set (slot_name = none); drop subscription %1$I', subname)
              from pg_catalog.pg_subscription
             where subdbid = (select oid from pg_catalog.pg_database where datname = current_database())
            """;

    private static final String OBJECT_IN_USE = "55006";

    private final Sql neighbour;
    private final ConnectionConfig connection;

    /** @param connection to any database of the server */
    Disposal(Sql neighbour, ConnectionConfig connection) {
        this.neighbour = requireNonNull(neighbour, "neighbour");
        this.connection = requireNonNull(connection, "connection");
    }

    /** Whoever is connected. */
    void drop(String database) throws SQLException {
        drop(database, " with (force)");
    }

    /** Fails where somebody is connected. */
    void dropUnused(String database) throws SQLException {
        drop(database, "");
    }

    private void drop(String database, String how) throws SQLException {
        String statement = "drop database if exists " + Identifier.quoted(database) + how;
        try {
            neighbour.run(statement);
        } catch (SQLException e) {
            if (!ServerFailures.state(e).equals(OBJECT_IN_USE)) {
                throw e;
            }
            dropSubscriptions(database);
            neighbour.run(statement);
        }
    }

    private void dropSubscriptions(String database) throws SQLException {
        try (Connection inside = new Connector(connection.to(database)).connect("fata clean-up")) {
            Sql sql = new Sql(inside);
            List<String> goodbyes = sql.rows(SUBSCRIPTIONS, row -> row.getString(1));
            for (String goodbye : goodbyes) {
                sql.run(goodbye);
            }
        }
    }
}
