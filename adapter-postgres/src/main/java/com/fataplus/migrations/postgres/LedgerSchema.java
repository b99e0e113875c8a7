package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.failure.ServerFailure;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;

/** The schema that is ours alone. */
record LedgerSchema(String name) {
    LedgerSchema {
        requireNonNull(name, "name");
    }

    /** Our SQL says {@code ledger.run}; this is what the server gets. A script's search_path cannot lead it elsewhere. */
    String in(String sql) {
        return sql.replace("ledger.", quoted() + ".");
    }

    String quoted() {
        return Identifier.quoted(name);
    }

    /**
     * The key of the advisory lock. Advisory locks are a database's own, so the name of the schema is enough. The recipe is for ever: every
     * version of fata has to meet at the same lock.
     */
    long lockKey() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(("fataplus-migrations:" + name).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What it means when the role may not use the ledger, or something else is wrong with it. */
    MigrationFailure failure(String action, String user, SQLException e) {
        if (!ServerFailures.state(e).equals(Grants.INSUFFICIENT_PRIVILEGE)) {
            return ServerFailures.of(action, e);
        }
        return new ServerFailure.PermissionDenied(
                action,
                ServerFailures.message(e),
                "grant usage on schema %1$s to %2$s; grant select, insert, update, delete on all tables in schema %1$s to %2$s"
                        .formatted(quoted(), Identifier.quoted(user)));
    }
}
