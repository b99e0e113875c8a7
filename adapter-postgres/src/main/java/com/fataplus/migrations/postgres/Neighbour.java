package com.fataplus.migrations.postgres;

import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.ServerFailure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A session in another database of the same server, because no database can be created, renamed or dropped from within itself. */
final class Neighbour implements AutoCloseable {
    /** Every server has these unless somebody dropped them. */
    private static final List<String> DATABASES = List.of("postgres", "template1");

    private static final String APPLICATION = "fata beside";

    private static final String TRY_HOLD = "select pg_catalog.pg_try_advisory_lock(?)";
    private static final String LET_GO = "select pg_catalog.pg_advisory_unlock(?)";

    private final Sql sql;
    private final Disposal disposal;

    private Neighbour(ConnectionConfig config) {
        this.sql = new Sql(new Connector(config).connect(APPLICATION));
        this.disposal = new Disposal(sql, config);
    }

    /** Connects to the first that lets us in. */
    static Neighbour of(ConnectionConfig connection) {
        List<MigrationException> refused = new ArrayList<>();
        for (String database : DATABASES) {
            if (!database.equals(connection.database())) {
                try {
                    return new Neighbour(connection.to(database));
                } catch (MigrationException e) {
                    refused.add(e);
                }
            }
        }
        MigrationException first = refused.getFirst();
        throw new MigrationException(
                new ServerFailure.CannotConnect(
                        connection.to(DATABASES.getFirst()).address(),
                        "no other database lets us in, to create one from there: "
                                + first.failure().summary(),
                        Optional.empty(),
                        Optional.of("as an administrator: grant connect on database postgres to "
                                + Identifier.quoted(connection.user()))),
                first);
    }

    Sql sql() {
        return sql;
    }

    Disposal disposal() {
        return disposal;
    }

    /** Nobody else has it: the name is new. */
    void hold(String name) {
        if (!tryHold(name)) {
            throw new IllegalStateException("somebody else is making " + name);
        }
    }

    boolean tryHold(String name) {
        return ServerFailures.doing(
                "ask who uses " + name, () -> sql.row(TRY_HOLD, row -> row.getBoolean(1), key(name)));
    }

    void letGo(String name) {
        ServerFailures.performing("let go of " + name, () -> sql.row(LET_GO, row -> row.getBoolean(1), key(name)));
    }

    private static long key(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("fataplus-migrations fresh:" + name).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Hides no earlier failure. */
    void closeAfter(Throwable first) {
        try {
            sql.connection().close();
        } catch (SQLException e) {
            first.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        try {
            sql.connection().close();
        } catch (SQLException alreadyGone) {
            // so are its locks
        }
    }
}
