package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.Secret;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** Opens connections to one database. */
final class Connector {
    /**
     * So that a server process whose client died ends within seconds, even in the middle of a statement; and so that the session outlives a
     * long dump, during which it is idle. A backslash in a string is a backslash on every server, as the splitter has it. As options they are
     * what RESET ALL goes back to; poolers pass no options on.
     */
    static final Map<String, String> OUR_SESSION = new TreeMap<>(Map.of(
            "client_connection_check_interval", "2s",
            "idle_session_timeout", "0",
            "standard_conforming_strings", "on",
            "tcp_keepalives_idle", "30",
            "tcp_keepalives_interval", "10",
            "tcp_keepalives_count", "3"));

    /** undefined_object before PostgreSQL 14, invalid_parameter_value on systems that cannot, protocol_violation from poolers. */
    private static final Set<String> NO_SUCH_OPTION = Set.of("42704", "22023", "08P01");

    /** libpq's names and the driver's for the same. */
    private static final Map<String, PGProperty> PARAMETERS = Map.of(
            "sslmode", PGProperty.SSL_MODE,
            "sslrootcert", PGProperty.SSL_ROOT_CERT,
            "sslcert", PGProperty.SSL_CERT,
            "sslkey", PGProperty.SSL_KEY,
            "sslpassword", PGProperty.SSL_PASSWORD,
            "channel_binding", PGProperty.CHANNEL_BINDING,
            "gssencmode", PGProperty.GSS_ENC_MODE,
            "options", PGProperty.OPTIONS);

    /** Held, because the JDK forgets the level of a logger that nobody holds. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    static {
        // What the driver logs it throws as well, and standard error is for what we have to say.
        DRIVER.setLevel(Level.OFF);
    }

    private final ConnectionConfig config;

    Connector(ConnectionConfig config) {
        this.config = requireNonNull(config, "config");
        refuseUnknown(config.parameters());
    }

    ConnectionConfig config() {
        return config;
    }

    /**
     * Connects.
     *
     * @param application how others see us in {@code pg_stat_activity}
     */
    Connection connect(String application) {
        return connect(application, Optional.empty());
    }

    /** Connects for a short question: neither the connection nor any answer may take longer. */
    Connection connect(String application, Duration patience) {
        return connect(application, Optional.of(patience));
    }

    private Connection connect(String application, Optional<Duration> patience) {
        String asked = config.parameters().getOrDefault("options", "");
        try {
            return open(application, (ownOptions() + " " + asked).strip(), patience);
        } catch (SQLException e) {
            if (!NO_SUCH_OPTION.contains(ServerFailures.state(e))) {
                throw new MigrationException(ConnectFailures.of(config, e), e);
            }
        }
        try {
            return open(application, asked, patience);
        } catch (SQLException e) {
            throw new MigrationException(ConnectFailures.of(config, e), e);
        }
    }

    private static String ownOptions() {
        return OUR_SESSION.entrySet().stream()
                .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
                .collect(joining(" "));
    }

    private Connection open(String application, String options, Optional<Duration> patience) throws SQLException {
        Properties properties = new Properties();
        config.parameters().forEach((name, value) -> PARAMETERS.get(name).set(properties, value));
        PGProperty.PG_HOST.set(properties, config.host().contains(":") ? "[" + config.host() + "]" : config.host());
        PGProperty.PG_PORT.set(properties, config.port());
        PGProperty.PG_DBNAME.set(properties, config.database());
        PGProperty.USER.set(properties, config.user());
        config.password().map(Secret::value).ifPresent(password -> PGProperty.PASSWORD.set(properties, password));
        PGProperty.APPLICATION_NAME.set(properties, application);
        // So that the name travels with the connection's first message, where RESET ALL finds it.
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "10");
        if (!options.isEmpty()) {
            PGProperty.OPTIONS.set(properties, options);
        }
        int seconds = seconds(patience.orElse(config.connectTimeout()));
        PGProperty.CONNECT_TIMEOUT.set(properties, seconds);
        PGProperty.LOGIN_TIMEOUT.set(properties, seconds);
        patience.ifPresent(answer -> PGProperty.SOCKET_TIMEOUT.set(properties, seconds));
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
        // A plain statement is then sent as it is, one message for one statement of a script.
        PGProperty.PREFER_QUERY_MODE.set(properties, "extendedForPrepared");
        // Prepared statements would not survive the DEALLOCATE ALL after a script.
        PGProperty.PREPARE_THRESHOLD.set(properties, 0);
        return new Driver().connect("jdbc:postgresql:///", properties);
    }

    /** The driver counts in whole seconds, and 0 as for ever. */
    private static int seconds(Duration duration) {
        return Math.toIntExact(duration.plusMillis(999).toSeconds());
    }

    private static void refuseUnknown(Map<String, String> parameters) {
        List<String> problems = parameters.keySet().stream()
                .filter(name -> !PARAMETERS.containsKey(name))
                .sorted()
                .map(name -> "unknown connection parameter '%s'; known: %s"
                        .formatted(
                                name,
                                String.join(
                                        ", ",
                                        PARAMETERS.keySet().stream().sorted().toList())))
                .toList();
        if (!problems.isEmpty()) {
            throw new MigrationException(new InputFailure.ConfigurationBroken(problems));
        }
    }
}
