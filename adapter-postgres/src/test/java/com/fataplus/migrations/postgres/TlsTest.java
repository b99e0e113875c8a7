package com.fataplus.migrations.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.postgres.server.TlsServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
    @TempDir
    private static Path folder;

    private static TlsServer server;

    @BeforeAll
    static void startAServer() throws IOException {
        server = TlsServer.start(Files.createDirectory(folder.resolve("certificates")));
    }

    @AfterAll
    static void stopIt() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"allow", "prefer", "require", "verify-ca", "verify-full"})
    void everyModeButOneEncrypts(String mode) throws SQLException {
        assertThat(encrypted(server.byPassword("localhost", trusting(mode)))).isEqualTo("t");
    }

    @Test
    void encryptsUnlessToldOtherwise() throws SQLException {
        assertThat(encrypted(server.byPassword("localhost", Map.of()))).isEqualTo("t");
    }

    @Test
    void goesWithoutWhereToldSo() {
        assertThat(failure(server.byPassword("localhost", Map.of("sslmode", "disable")))
                        .summary())
                .contains("pg_hba.conf");
    }

    @Test
    void refusesAnAuthorityThatItDoesNotTrust() {
        MigrationFailure failure = failure(server.byPassword(
                "localhost", Map.of("sslmode", "verify-ca", "sslrootcert", server.file("client.crt"))));

        assertThat(failure.summary()).contains("TLS failed");
        assertThat(failure.remedy().orElseThrow()).contains("sslrootcert");
    }

    @Test
    void refusesAServerOfAnotherName() {
        MigrationFailure failure = failure(server.byPassword("127.0.0.1", trusting("verify-full")));

        assertThat(failure.summary()).contains("127.0.0.1").contains("hostname");
    }

    @Test
    void doesNotAskForTheNameWhereTheAuthorityWillDo() throws SQLException {
        assertThat(encrypted(server.byPassword("127.0.0.1", trusting("verify-ca"))))
                .isEqualTo("t");
    }

    @Test
    void missesTheAuthoritysFile() {
        assertThat(failure(server.byPassword(
                                "localhost", Map.of("sslmode", "verify-full", "sslrootcert", "/nowhere/ca.crt")))
                        .summary())
                .contains("/nowhere/ca.crt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"client.key", "client.pk8"})
    void showsTheClientsCertificate(String key) throws SQLException {
        assertThat(encrypted(server.byCertificate(key))).isEqualTo("t");
    }

    @Test
    void saysThatTheServerWantsACertificate() {
        ConnectionConfig config = server.byCertificate("client.key");
        ConnectionConfig without = new ConnectionConfig(
                config.host(),
                config.port(),
                config.database(),
                config.user(),
                config.password(),
                trusting("verify-full"),
                config.connectTimeout());

        assertThat(failure(without).summary()).contains("certificate");
    }

    @Test
    void missesTheClientsKey() {
        assertThat(failure(server.byCertificate("lost.key")).summary()).contains("lost.key");
    }

    private static Map<String, String> trusting(String mode) {
        return Map.of("sslmode", mode, "sslrootcert", server.file("ca.crt"));
    }

    private static String encrypted(ConnectionConfig config) throws SQLException {
        try (Connection connection = new Connector(config).connect("the test itself");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select ssl from pg_stat_ssl where pid = pg_backend_pid()")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static MigrationFailure failure(ConnectionConfig config) {
        MigrationException thrown = catchThrowableOfType(
                MigrationException.class,
                () -> new Connector(config).connect("the test itself").close());
        assertThat(thrown).isNotNull();
        return thrown.failure();
    }
}
