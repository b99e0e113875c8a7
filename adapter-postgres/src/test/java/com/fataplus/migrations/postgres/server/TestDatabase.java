package com.fataplus.migrations.postgres.server;

import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.Secret;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/** A database of a test's own, empty at first and gone afterwards with the roles it created. */
public final class TestDatabase {
    private final ConnectionConfig admin;
    private final ConnectionConfig config;
    private final List<String> roles = new ArrayList<>();

    private TestDatabase(ConnectionConfig admin, ConnectionConfig config) {
        this.admin = admin;
        this.config = config;
    }

    static TestDatabase create(TestServer server) {
        ConnectionConfig admin = server.superuser();
        ConnectionConfig config = into(admin, "fata_test_" + unique());
        update(admin, "create database " + config.database());
        return new TestDatabase(admin, config);
    }

    /** A superuser's way in. */
    public ConnectionConfig config() {
        return config;
    }

    /**
     * The way in for a new role that may connect and nothing else, unless the options of {@code create role} say more. Its name needs quotes.
     */
    public ConnectionConfig createRole(String options) {
        String role = "Fata role " + unique();
        String password = unique();
        execute("create role \"%s\" login password '%s' %s".formatted(role, password, options));
        roles.add(role);
        return as(role, password);
    }

    /** The way in for somebody else. */
    public ConnectionConfig as(String user, String password) {
        return new ConnectionConfig(
                config.host(),
                config.port(),
                config.database(),
                user,
                Optional.of(new Secret(password)),
                config.parameters(),
                config.connectTimeout());
    }

    /** The same as an address that programs understand, its password included. */
    public String url() {
        return "postgresql://%s:%s@%s"
                .formatted(
                        config.user(),
                        config.password().map(Secret::value).orElse("").replace(" ", "%20"),
                        config.address());
    }

    /** A new superuser's session; the test closes it. */
    public Connection connect() {
        return connect(config);
    }

    /** A new session in this database as somebody else; the test closes it. */
    public Connection connect(ConnectionConfig as) {
        return open(as);
    }

    /** Runs SQL in a session of its own, any number of statements. */
    public void execute(String sql) {
        update(config, sql);
    }

    /** The first column of what a query finds, as text. */
    public List<String> values(String query) {
        return select(config, query);
    }

    /** The first column of what a query finds there, as text. */
    public List<String> values(ConnectionConfig there, String query) {
        return select(there, query);
    }

    /** The one value that a query finds, as text. */
    public String value(String query) {
        List<String> values = values(query);
        if (values.size() != 1) {
            throw new AssertionError(values.size() + " rows instead of one: " + query);
        }
        return values.getFirst();
    }

    /** The server's major version. */
    public int major() {
        return Integer.parseInt(value("show server_version_num")) / 10_000;
    }

    /** What is still there after {@code patience}: sessions in this database, what they lock, prepared transactions. */
    List<String> leaks(Duration patience) {
        Instant end = Instant.now().plus(patience);
        List<String> leaks;
        do {
            leaks = select(admin, """
                    select 'session ' || pid || ' (' || application_name || ', ' || coalesce(state, '?') || '): ' || query
                      from pg_stat_activity
                     where datname = '%1$s' and backend_type = 'client backend'
                    union all
                    select 'advisory lock ' || classid || '/' || objid || ' of ' || pid
                      from pg_locks join pg_database on pg_database.oid = pg_locks.database
                     where datname = '%1$s' and locktype = 'advisory'
                    union all
                    select 'prepared transaction ' || gid from pg_prepared_xacts where database = '%1$s'
                    """.formatted(config.database()));
        } while (!leaks.isEmpty() && Instant.now().isBefore(end));
        return leaks;
    }

    void drop() {
        update(admin, "drop database " + config.database() + " with (force)");
        roles.forEach(role -> update(admin, "drop role \"" + role + "\""));
    }

    static String jdbcUrl(ConnectionConfig config) {
        return "jdbc:postgresql://" + config.address();
    }

    static Properties login(ConnectionConfig config) {
        Properties login = new Properties();
        login.setProperty("user", config.user());
        config.password().ifPresent(password -> login.setProperty("password", password.value()));
        login.setProperty("ApplicationName", "the test itself");
        return login;
    }

    private static ConnectionConfig into(ConnectionConfig server, String database) {
        return new ConnectionConfig(
                server.host(),
                server.port(),
                database,
                server.user(),
                server.password(),
                server.parameters(),
                server.connectTimeout());
    }

    private static String unique() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static Connection open(ConnectionConfig config) {
        try {
            return DriverManager.getConnection(jdbcUrl(config), login(config));
        } catch (SQLException e) {
            throw new AssertionError("cannot connect to " + config.address(), e);
        }
    }

    static void update(ConnectionConfig config, String sql) {
        try (Connection connection = open(config);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    static List<String> select(ConnectionConfig config, String query) {
        try (Connection connection = open(config);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }
}
