package com.fataplus.migrations.application.config;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How to reach the database.
 *
 * @param password empty where the password file or the server's trust must do
 * @param parameters further connection parameters by libpq's names: {@code sslmode}, {@code sslrootcert}, {@code sslcert}, {@code sslkey}
 * @param connectTimeout the longest one attempt to connect takes
 */
public record ConnectionConfig(
        String host,
        int port,
        String database,
        String user,
        Optional<Secret> password,
        Map<String, String> parameters,
        Duration connectTimeout) {
    public ConnectionConfig {
        requireNonNull(host, "host");
        requireNonNull(database, "database");
        requireNonNull(user, "user");
        requireNonNull(password, "password");
        parameters = Map.copyOf(parameters);
        requireNonNull(connectTimeout, "connectTimeout");
    }

    /** The same way to another database of the same server. */
    public ConnectionConfig to(String other) {
        return new ConnectionConfig(host, port, other, user, password, parameters, connectTimeout);
    }

    /** For people and machines, without secrets: {@code localhost:5432/fataplus_dev}. */
    public String address() {
        return host + ":" + port + "/" + database;
    }
}
