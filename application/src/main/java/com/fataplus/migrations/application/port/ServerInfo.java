package com.fataplus.migrations.application.port;

import static java.util.Objects.requireNonNull;

/**
 * Which server and database a command talks to.
 *
 * @param version as the server tells it: {@code 15.20 (Debian 15.20-0+deb12u1)}
 * @param major 14 to 18, or newer
 * @param address host, port and database for people, without secrets: {@code localhost:5432/fataplus_dev}
 * @param databaseBytes the database's size on the server's disk
 */
public record ServerInfo(String version, int major, String address, String database, String user, long databaseBytes) {
    public ServerInfo {
        requireNonNull(version, "version");
        requireNonNull(address, "address");
        requireNonNull(database, "database");
        requireNonNull(user, "user");
    }
}
