package com.fataplus.migrations.app.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.app.FataInProcess;
import com.fataplus.migrations.app.FataInProcess.Result;
import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.postgres.server.TlsServer;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that wants a client's certificate and no password, told to us in every way; pg_dump gets to it, too. */
class TlsTest {
    @TempDir
    private static Path certificates;

    private static TlsServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startAServer() {
        server = TlsServer.start(certificates);
    }

    @AfterAll
    static void stopIt() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "postgresql", "jdbc:postgresql"})
    void anAddressSaysItAll(String scheme) throws IOException {
        ConnectionConfig config = server.byCertificate("client.key");
        String address = "%s://gate%%20keeper@%s?sslmode=verify-full&sslrootcert=%s&sslcert=%s&sslkey=%s"
                .formatted(scheme, config.address(), encoded("ca.crt"), encoded("client.crt"), encoded("client.key"));

        upgradesWithABackup(empty().set("DATABASE_URL", address));
    }

    @Test
    void libpqsVariablesSayIt() throws IOException {
        ConnectionConfig config = server.byCertificate("client.pk8");

        upgradesWithABackup(empty().set("PGHOST", config.host())
                .set("PGPORT", Integer.toString(config.port()))
                .set("PGDATABASE", config.database())
                .set("PGUSER", TlsServer.ROLE)
                .set("PGSSLMODE", "verify-full")
                .set("PGSSLROOTCERT", server.file("ca.crt"))
                .set("PGSSLCERT", server.file("client.crt"))
                .set("PGSSLKEY", server.file("client.pk8")));
    }

    @Test
    void theFileSaysIt() throws IOException {
        ConnectionConfig config = server.byCertificate("client.key");
        FataInProcess fata = empty();
        for (String name : new String[] {"ca.crt", "client.crt", "client.key"}) {
            Files.copy(Path.of(server.file(name)), folder.resolve("migrations").resolve(name), COPY_ATTRIBUTES);
        }
        fata.write("migrations/fata.toml", """
                [database]
                host = "localhost"
                port = %d
                name = "%s"
                user = "%s"
                sslmode = "verify-full"
                sslrootcert = "ca.crt"
                sslcert = "client.crt"
                sslkey = "client.key"
                """.formatted(config.port(), config.database(), TlsServer.ROLE));

        upgradesWithABackup(fata);
    }

    private FataInProcess empty() throws IOException {
        Files.createDirectories(folder.resolve("migrations/versions"));
        return FataInProcess.withHome(folder, folder)
                .write("migrations/fata.toml", "")
                .table("plots", "");
    }

    private static String encoded(String file) {
        return URLEncoder.encode(server.file(file), UTF_8);
    }

    private static void upgradesWithABackup(FataInProcess fata) {
        Result result = fata.type("upgrade");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains("backup before it: backup_");
        assertThat(fata.type("downgrade", "base", "--no-backup").exitCode()).isZero();
    }
}
