package com.fataplus.migrations.postgres.catalog;

import com.fataplus.migrations.domain.schema.SchemaSnapshot;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads every object of a database in the server's words. Left out are the server's own, the ledger's, those of extensions (their version
 * stands for them), temporary ones, and what belongs to the database as such or to the whole server: roles, tablespaces, settings of the
 * database. Passwords are left out, too: options of user mappings, and how a subscription connects.
 */
public final class CatalogReader {
    /** The definitions must come out the same whatever the session is set to: names qualified, constants in one form. And they must come out. */
    private static final String BEGIN = """
            begin transaction isolation level repeatable read read only;
            set local statement_timeout = 0;
            set local search_path = '';
            set local datestyle = 'ISO, YMD';
            set local intervalstyle = 'postgres';
            set local timezone = 'UTC';
            set local extra_float_digits = 1;
            set local bytea_output = 'hex';
            set local xmloption = 'content';
            set local quote_all_identifiers = off;
            """;

    private CatalogReader() {}

    /**
     * Reads all in one message, one snapshot and one transaction that ends with it; the connection must have none open.
     *
     * @param ledgerSchema the schema that is fata's own
     */
    public static SchemaSnapshot read(Connection connection, String ledgerSchema) throws SQLException {
        int major = connection.getMetaData().getDatabaseMajorVersion();
        Macros macros = new Macros(ledgerSchema);
        String work = queries(major).map(macros::expand).collect(Collectors.joining(";\n"));
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(BEGIN + work + ";\ncommit");
            return new SchemaSnapshot(definitions(statement));
        } catch (SQLException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private static Stream<String> queries(int major) {
        return Stream.of(
                        Tables.queries(),
                        TableParts.queries(),
                        Types.queries(),
                        Routines.queries(),
                        Environment.queries(),
                        TextSearch.queries(),
                        Replication.queries(major))
                .flatMap(List::stream);
    }

    private static SortedMap<String, String> definitions(Statement statement) throws SQLException {
        SortedMap<String, String> definitions = new TreeMap<>();
        do {
            ResultSet rows = statement.getResultSet();
            while (rows != null && rows.next()) {
                definitions.merge(rows.getString(1), rows.getString(2), (one, other) -> one + "; " + other);
            }
        } while (statement.getMoreResults() || statement.getUpdateCount() >= 0);
        return definitions;
    }

    private static void rollBack(Connection connection, SQLException first) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("rollback");
        } catch (SQLException e) {
            first.addSuppressed(e);
        }
    }
}
