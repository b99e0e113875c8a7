package com.fataplus.migrations.postgres;

import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.ServerFailure;
import com.fataplus.migrations.application.port.ServerInfo;
import java.sql.Connection;
import java.util.Optional;
import org.postgresql.PGConnection;

/** Finds out what stands at the other end of a connection. */
final class ServerProbe {
    static final int OLDEST_MAJOR = 14;

    private static final String INFO = """
            select current_setting('server_version') as version,
                   current_setting('server_version_num')::integer / 10000 as major,
                   current_database() as database,
                   session_user as user,
                   pg_database_size(current_database()) as bytes
            """;

    /**
     * The zone of the database, or of the role in it, as a client that asks for none would get it. Where neither sets one it is the server's;
     * that is hidden from us behind the driver's own wish, but the zone of its log is the same unless somebody made them differ.
     */
    private static final String SESSION = """
            select pg_backend_pid() as pid,
                   pg_is_in_recovery() as standby,
                   coalesce(
                       (select split_part(setting, '=', 2)
                          from pg_catalog.pg_db_role_setting, unnest(setconfig) as setting
                         where lower(split_part(setting, '=', 1)) = 'timezone'
                           and setdatabase in (0, (select oid from pg_catalog.pg_database where datname = current_database()))
                           and setrole in (0, (select oid from pg_catalog.pg_roles where rolname = session_user))
                         order by setrole <> 0 desc, setdatabase <> 0 desc
                         limit 1),
                       current_setting('log_timezone')) as time_zone
            """;

    private ServerProbe() {}

    /** What a session needs to know about itself. */
    record SessionFacts(int pid, boolean standby, String timeZone, Route route) {}

    static ServerInfo info(Connection connection, ConnectionConfig config) {
        return ServerFailures.doing(
                "ask the server who it is",
                () -> new Sql(connection)
                        .row(
                                INFO,
                                row -> new ServerInfo(
                                        row.getString("version"),
                                        row.getInt("major"),
                                        config.address(),
                                        row.getString("database"),
                                        row.getString("user"),
                                        row.getLong("bytes"))));
    }

    /** Refuses servers that are too old. */
    static void requireSupported(Connection connection) {
        ServerFailures.performing(
                "ask the server for its version",
                () -> requireSupported(
                        connection.getMetaData().getDatabaseMajorVersion(),
                        connection.getMetaData().getDatabaseProductVersion()));
    }

    static void requireSupported(int major, String version) {
        if (major < OLDEST_MAJOR) {
            throw new MigrationException(
                    new ServerFailure.Unsupported(version, "fata needs PostgreSQL " + OLDEST_MAJOR + " or newer"));
        }
    }

    /** Refuses a server that cannot be written to. */
    static SessionFacts session(Connection connection, ConnectionConfig config) {
        return ServerFailures.doing("look at the session", () -> {
            int announced = connection.unwrap(PGConnection.class).getBackendPID();
            SessionFacts facts = new Sql(connection)
                    .row(
                            SESSION,
                            row -> new SessionFacts(
                                    row.getInt("pid"),
                                    row.getBoolean("standby"),
                                    row.getString("time_zone"),
                                    route(announced, row.getInt("pid"))));
            requirePrimary(facts, config);
            return facts;
        });
    }

    /** A pooler makes up the process number that it announces. */
    private static Route route(int announcedPid, int pid) {
        return announcedPid == pid ? Route.DIRECT : Route.POOLED;
    }

    static void requirePrimary(SessionFacts facts, ConnectionConfig config) {
        if (facts.standby()) {
            throw new MigrationException(new ServerFailure.CannotConnect(
                    config.address(),
                    "a standby answers there, and it can only be read",
                    Optional.empty(),
                    Optional.of("give fata the address of the primary server")));
        }
    }
}
