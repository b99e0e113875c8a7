package com.fataplus.migrations.postgres;

import static com.fataplus.migrations.application.port.DatabaseScenarios.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.LedgerConfig;
import com.fataplus.migrations.application.config.Secret;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.ServerFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectorTest extends PostgresScenarios {
    private static final String WRONG_PASSWORD = "correct horse";

    @Test
    void aBackslashInAStringIsOneWhateverTheServerThinks() {
        server().execute("do $$ begin execute 'alter database ' || current_database()"
                + " || ' set standard_conforming_strings = off'; end $$");

        in(session -> {
            commit(session, section("create table t as select 'a\\' as text; reset all; insert into t values ('b\\')"));

            assertThat(server().values("select text from t order by 1")).containsExactly("a\\", "b\\");
        });
    }

    @Test
    void tellsThatNobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        ServerFailure.CannotConnect failure = cannotConnect(at("localhost", port));

        assertThat(failure.reason()).isEqualTo("connection refused");
        assertThat(failure.address())
                .isEqualTo("localhost:" + port + "/" + server().config().database());
        assertThat(failure.remedy()).get().asString().contains("start PostgreSQL");
    }

    @Test
    void tellsThatThereIsNoSuchHost() {
        assertThat(cannotConnect(at("no-such-host.invalid", 5432)).reason())
                .isEqualTo("no such host: no-such-host.invalid");
    }

    @Test
    void tellsThatNobodyAnswers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(cannotConnect(at("localhost", silent.getLocalPort())).reason())
                    .containsIgnoringCase("timed out");
        }
    }

    @Test
    void tellsThatThePasswordIsWrong() {
        ServerFailure.CannotConnect failure =
                cannotConnect(server().as(server().createRole("").user(), WRONG_PASSWORD));

        assertThat(failure.sqlState()).contains("28P01");
        assertThat(failure.remedy()).get().asString().contains("POSTGRES_PASSWORD");
    }

    @Test
    void tellsPasswordsToNobody() {
        var database = database(server().as(server().createRole("").user(), WRONG_PASSWORD));

        Throwable thrown = catchThrowable(database::ledger);

        StringWriter everything = new StringWriter();
        thrown.printStackTrace(new PrintWriter(everything));
        assertThat(everything.toString()).contains("28P01").doesNotContain(WRONG_PASSWORD);
    }

    @Test
    void tellsThatTheRoleMayNotLogIn() {
        var role = server().createRole("");
        server().execute("alter role \"" + role.user() + "\" nologin");

        ServerFailure.CannotConnect failure = cannotConnect(role);

        assertThat(failure.sqlState()).contains("28000");
        assertThat(failure.remedy()).get().asString().contains("createuser");
    }

    @Test
    void tellsThatTheDatabaseIsMissing() {
        ConnectionConfig there = server().config();
        var elsewhere = new ConnectionConfig(
                there.host(),
                there.port(),
                "it's missing",
                there.user(),
                there.password(),
                there.parameters(),
                there.connectTimeout());

        ServerFailure.CannotConnect failure = cannotConnect(elsewhere);

        assertThat(failure.sqlState()).contains("3D000");
        assertThat(failure.remedy())
                .contains("createdb --host %s --port %d --username %s 'it'\\''s missing'"
                        .formatted(there.host(), there.port(), there.user()));
    }

    @Test
    void tellsThatThereAreTooManyConnections() throws SQLException {
        var role = server().createRole("connection limit 1");
        try (Connection first = server().connect(role)) {
            assertThat(first.isValid(0)).isTrue();
            assertThat(cannotConnect(role).sqlState()).contains("53300");
        }
    }

    @Test
    void tellsWhoMayLetTheRoleIn() {
        var role = server().createRole("");
        String name = server().config().database();
        server().execute("revoke connect on database " + name + " from public");

        assertThat(cannotConnect(role).remedy())
                .contains("as its owner: grant connect on database \"%s\" to \"%s\"".formatted(name, role.user()));
    }

    @Test
    void refusesToGoUnencryptedWhereThatWasAskedFor() {
        assertThat(cannotConnect(with(Map.of("sslmode", "require"))).reason()).contains("SSL");
    }

    @Test
    void refusesParametersItDoesNotKnow() {
        assertThat(failure(
                                InputFailure.ConfigurationBroken.class,
                                () -> database(with(Map.of("sslmode", "disable", "ssl_mode", "disable"))))
                        .problems())
                .singleElement()
                .asString()
                .startsWith("unknown connection parameter 'ssl_mode'; known: channel_binding, ");
    }

    @Test
    void passesOptionsOn() throws SQLException {
        try (Connection connection = new Connector(with(Map.of("options", "-c work_mem=7MB"))).connect("fata test")) {
            assertThat(show(connection, "work_mem")).isEqualTo("7MB");
        }
    }

    @Test
    void keepsWhatItSetWhenAScriptResetsEverything() throws SQLException {
        try (Connection connection = new Connector(server().config()).connect("fata test")) {
            new Sql(connection).run("reset all");

            assertThat(show(connection, "application_name")).isEqualTo("fata test");
            assertThat(show(connection, "client_connection_check_interval")).isEqualTo("2s");
            assertThat(show(connection, "idle_session_timeout")).isEqualTo("0");
        }
    }

    @Test
    void staysWhileABackupTakesLongerThanIdleSessionsMay() throws SQLException {
        server().execute("alter database %s set idle_session_timeout = '1min'"
                .formatted(server().config().database()));

        try (Connection connection = new Connector(server().config()).connect("fata test")) {
            assertThat(show(connection, "idle_session_timeout")).isEqualTo("0");
        }
    }

    @Test
    void tellsWhichOptionTheServerDoesNotKnow() {
        ServerFailure.CannotConnect failure = cannotConnect(with(Map.of("options", "-c no_such_setting=1")));

        assertThat(failure.sqlState()).contains("42704");
        assertThat(failure.reason()).contains("no_such_setting");
    }

    @Test
    void refusesToWriteToAStandby() {
        var standby = new ServerProbe.SessionFacts(7, true, "UTC", Route.DIRECT);

        assertThat(failure(
                                ServerFailure.CannotConnect.class,
                                () -> ServerProbe.requirePrimary(standby, server().config()))
                        .reason())
                .contains("standby");
    }

    @Test
    void knowsNoUnixSockets() {
        assertThat(cannotConnect(at("/var/run/postgresql", 5432)).remedy())
                .get()
                .asString()
                .contains("localhost");
    }

    @Test
    void refusesServersThatAreTooOld() {
        ServerFailure.Unsupported failure =
                failure(ServerFailure.Unsupported.class, () -> ServerProbe.requireSupported(13, "13.23"));

        assertThat(failure.version()).isEqualTo("13.23");
    }

    private static String show(Connection connection, String setting) throws SQLException {
        return new Sql(connection).row("select current_setting(?)", row -> row.getString(1), setting);
    }

    private static ServerFailure.CannotConnect cannotConnect(ConnectionConfig config) {
        return failure(ServerFailure.CannotConnect.class, database(config)::ledger);
    }

    private static PostgresDatabase database(ConnectionConfig config) {
        return new PostgresDatabase(config, new LedgerConfig("fata"), CLOCK);
    }

    private ConnectionConfig at(String host, int port) {
        return new ConnectionConfig(
                host,
                port,
                server().config().database(),
                "fataplus_user",
                Optional.of(new Secret(WRONG_PASSWORD)),
                Map.of(),
                Duration.ofSeconds(1));
    }

    private ConnectionConfig with(Map<String, String> parameters) {
        ConnectionConfig config = server().config();
        return new ConnectionConfig(
                config.host(),
                config.port(),
                config.database(),
                config.user(),
                config.password(),
                parameters,
                config.connectTimeout());
    }
}
