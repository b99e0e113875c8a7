package com.fataplus.migrations.postgres.server;

import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A server that somebody else started and will stop; the role in its address must be a superuser. */
record GivenServer(ConnectionConfig superuser) implements TestServer {
    private static final int DEFAULT_PORT = 5432;

    /** Reads {@code postgresql://user:password@host:port/database}. */
    static GivenServer at(String address) {
        URI uri = URI.create(address.startsWith("jdbc:") ? address.substring("jdbc:".length()) : address);
        if (uri.getUserInfo() == null || uri.getHost() == null || uri.getPath().length() < 2) {
            throw new IllegalArgumentException("FATA_TEST_URL should be postgresql://user:password@host:port/database");
        }
        String[] userInfo = uri.getUserInfo().split(":", 2);
        return new GivenServer(new ConnectionConfig(
                uri.getHost(),
                uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                uri.getPath().substring(1),
                userInfo[0],
                userInfo.length < 2 ? Optional.empty() : Optional.of(new Secret(userInfo[1])),
                Map.of(),
                Duration.ofSeconds(10)));
    }

    @Override
    public void close() {}
}
