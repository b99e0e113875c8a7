package com.fataplus.migrations.postgres;

import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.failure.ServerFailure;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why there is no connection, and what to do about it. Passwords are in none of these texts. */
final class ConnectFailures {
    private static final String LOOK_AT_SETTINGS = "fata config shows which host, port and user are used, and why";

    private static final Pattern UNSUPPORTED_BY_POOLER = Pattern.compile("unsupported startup parameter: (\\w+)");

    private ConnectFailures() {}

    static ServerFailure of(ConnectionConfig config, SQLException e) {
        String state = ServerFailures.state(e);
        return ServerFailures.serverMessage(e).isPresent()
                ? failure(
                        config,
                        ServerFailures.message(e),
                        Optional.of(state),
                        remedyForPooler(ServerFailures.message(e)).or(() -> remedyFor(config, state)))
                : unreachable(config, e);
    }

    private static Optional<String> remedyFor(ConnectionConfig config, String state) {
        return switch (state) {
            // invalid_password; a role that does not exist looks the same from here
            case "28P01" ->
                Optional.of("check the password of role \"" + config.user()
                        + "\": POSTGRES_PASSWORD, POSTGRES_PASSWORD_FILE or ~/.pgpass");
            // invalid_authorization_specification: no such role, no line in pg_hba.conf, no login
            case "28000" ->
                Optional.of("as a superuser: createuser --pwprompt " + argument(config.user())
                        + "; or allow it in pg_hba.conf");
            // invalid_catalog_name
            case "3D000" ->
                Optional.of("createdb --host %s --port %d --username %s %s"
                        .formatted(
                                argument(config.host()),
                                config.port(),
                                argument(config.user()),
                                argument(config.database())));
            // insufficient_privilege
            case Grants.INSUFFICIENT_PRIVILEGE ->
                Optional.of("as its owner: grant connect on database %s to %s"
                        .formatted(Identifier.quoted(config.database()), Identifier.quoted(config.user())));
            // too_many_connections
            case "53300" -> Optional.of("end sessions that are not needed, or raise max_connections");
            // cannot_connect_now
            case "57P03" -> Optional.of("wait until the server is up, then try again");
            default -> Optional.empty();
        };
    }

    /** A pooler keeps track of what clients set, and refuses to begin with what it cannot. */
    private static Optional<String> remedyForPooler(String message) {
        return Optional.of(UNSUPPORTED_BY_POOLER.matcher(message))
                .filter(Matcher::matches)
                .map(matcher -> "a pooler answers there: leave out the connection parameter " + matcher.group(1)
                        + ", or give fata the address of the server itself");
    }

    private static ServerFailure unreachable(ConnectionConfig config, SQLException e) {
        if (config.host().startsWith("/")) {
            return failure(
                    config,
                    "the driver knows no Unix sockets",
                    Optional.empty(),
                    Optional.of("give a host name: POSTGRES_HOST=localhost"));
        }
        List<Throwable> causes = Stream.iterate((Throwable) e, Throwable::getCause)
                .takeWhile(thrown -> thrown != null)
                .toList();
        if (causes.stream().anyMatch(SSLException.class::isInstance)) {
            return failure(
                    config,
                    "TLS failed: " + causes.getLast().getMessage(),
                    Optional.empty(),
                    Optional.of(
                            "check sslmode, and that the server's certificate comes from an authority in sslrootcert"));
        }
        return switch (causes.getLast()) {
            case UnknownHostException ignored ->
                failure(config, "no such host: " + config.host(), Optional.empty(), Optional.of(LOOK_AT_SETTINGS));
            case ConnectException ignored ->
                failure(
                        config,
                        "connection refused",
                        Optional.empty(),
                        Optional.of("start PostgreSQL, or see where it listens: " + LOOK_AT_SETTINGS));
            case SocketTimeoutException ignored ->
                failure(config, noAnswer(config), Optional.empty(), Optional.of(LOOK_AT_SETTINGS));
            default ->
                failure(
                        config,
                        ServerFailures.message(e),
                        Optional.ofNullable(e.getSQLState()),
                        Optional.of(LOOK_AT_SETTINGS));
        };
    }

    private static String noAnswer(ConnectionConfig config) {
        return "no answer within " + config.connectTimeout().toSeconds() + " s";
    }

    private static ServerFailure failure(
            ConnectionConfig config, String reason, Optional<String> state, Optional<String> remedy) {
        return new ServerFailure.CannotConnect(config.address(), reason, state, remedy);
    }

    /** As a shell understands it. */
    private static String argument(String text) {
        return text.matches("[\\w./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
