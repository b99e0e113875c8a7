package com.fataplus.migrations.postgres.server;

import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A server that speaks TLS, lets {@link #ROLE} in by certificate alone, and everybody else by password. */
public final class TlsServer implements AutoCloseable {
    /** A superuser without a password. */
    public static final String ROLE = "gate keeper";

    private final EmbeddedServer server;
    private final Certificates certificates;

    private TlsServer(EmbeddedServer server, Certificates certificates) {
        this.server = server;
        this.certificates = certificates;
    }

    /** Starts one; the folder is for its certificates. */
    public static TlsServer start(Path folder) {
        Certificates certificates = Certificates.in(folder, ROLE);
        EmbeddedServer server = EmbeddedServer.start(Map.of(
                "ssl", "on",
                "ssl_cert_file", certificates.file("server.crt").toString(),
                "ssl_key_file", certificates.file("server.key").toString(),
                "ssl_ca_file", certificates.file("ca.crt").toString()));
        server.letInFirst("hostssl all \"" + ROLE + "\" all cert\nhostnossl all all all reject\n");
        TestDatabase.update(server.superuser(), "create role \"" + ROLE + "\" superuser login");
        return new TlsServer(server, certificates);
    }

    /** A file of the authority, the server or the client, as {@link Certificates} names it. */
    public String file(String name) {
        return certificates.file(name).toString();
    }

    /** A superuser's way in by password. */
    public ConnectionConfig byPassword(String host, Map<String, String> parameters) {
        ConnectionConfig superuser = server.superuser();
        return with(host, superuser.user(), superuser.password(), parameters);
    }

    /** The way in for {@link #ROLE}. */
    public ConnectionConfig byCertificate(String key) {
        return with(
                "localhost",
                ROLE,
                Optional.empty(),
                Map.of(
                        "sslmode", "verify-full",
                        "sslrootcert", file("ca.crt"),
                        "sslcert", file("client.crt"),
                        "sslkey", file(key)));
    }

    private ConnectionConfig with(String host, String user, Optional<Secret> password, Map<String, String> parameters) {
        ConnectionConfig superuser = server.superuser();
        return new ConnectionConfig(
                host, superuser.port(), superuser.database(), user, password, parameters, Duration.ofSeconds(10));
    }

    @Override
    public void close() {
        server.close();
    }
}
