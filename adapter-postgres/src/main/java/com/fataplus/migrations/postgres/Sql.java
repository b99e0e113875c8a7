package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Our own statements on a connection; scripts do not come this way. */
record Sql(Connection connection) {
    Sql {
        requireNonNull(connection, "connection");
    }

    /** Makes a value of the row that a result stands at. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** All rows of a query, in its order. */
    <T> List<T> rows(String query, Row<T> row, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(query, parameters);
                ResultSet found = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(row.read(found));
            }
            return rows;
        }
    }

    /** The row of a query that always has one. */
    <T> T row(String query, Row<T> row, Object... parameters) throws SQLException {
        return rows(query, row, parameters).getFirst();
    }

    /** How many rows a statement changed. */
    int change(String statement, Object... parameters) throws SQLException {
        try (PreparedStatement prepared = prepare(statement, parameters)) {
            return prepared.executeUpdate();
        }
    }

    /** Several statements in one message. */
    void run(String statements) throws SQLException {
        try (Statement plain = connection.createStatement()) {
            plain.execute(statements);
        }
    }

    private PreparedStatement prepare(String text, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        for (int i = 0; i < parameters.length; i++) {
            bind(statement, i + 1, parameters[i]);
        }
        return statement;
    }

    private void bind(PreparedStatement statement, int index, Object parameter) throws SQLException {
        switch (parameter) {
            case Optional<?> optional -> statement.setObject(index, optional.orElse(null));
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case String[] texts -> statement.setArray(index, connection.createArrayOf("text", texts));
            default -> statement.setObject(index, parameter);
        }
    }
}
