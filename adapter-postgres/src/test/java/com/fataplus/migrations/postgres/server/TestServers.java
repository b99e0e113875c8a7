package com.fataplus.migrations.postgres.server;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The servers of one test run, each started when a test first asks for it and stopped at the run's end.
 *
 * <p>{@code FATA_TEST_URL} names a server; else a container serves where Docker has the image already ({@code FATA_TEST_IMAGE}, by default
 * {@code fata/postgres:15}); else PostgreSQL's binaries from Maven. {@code FATA_TEST_SERVER=testcontainers|embedded} allows no other.
 */
final class TestServers implements AutoCloseable {
    private static final List<Integer> MAJORS =
            IntStream.rangeClosed(14, 18).boxed().toList();

    private final Map<Integer, TestServer> byMajor = new TreeMap<>();
    private Optional<Integer> usual = Optional.empty();

    /** The majors that {@link #ofMajor} can give: all we support, or the one of a server we did not choose. */
    synchronized List<Integer> majors() {
        return usual() instanceof EmbeddedServer ? MAJORS : List.copyOf(byMajor.keySet());
    }

    /** The server for tests that don't care which. */
    synchronized TestServer usual() {
        if (usual.isEmpty()) {
            TestServer server = choose();
            int major = majorOf(server);
            byMajor.put(major, server);
            usual = Optional.of(major);
        }
        return byMajor.get(usual.get());
    }

    synchronized TestServer ofMajor(int major) {
        return byMajor.computeIfAbsent(major, TestServers::start);
    }

    private static TestServer start(int major) {
        TestServer server = EmbeddedServer.start(major);
        int actual = majorOf(server);
        if (actual != major) {
            server.close();
            throw new IllegalStateException("asked for PostgreSQL " + major + ", got " + actual);
        }
        return server;
    }

    private static TestServer choose() {
        String url = System.getenv("FATA_TEST_URL");
        if (url != null) {
            return GivenServer.at(url);
        }
        String kind = Optional.ofNullable(System.getenv("FATA_TEST_SERVER")).orElse("");
        return switch (kind) {
            case "testcontainers" -> ContainerServer.start();
            case "embedded" -> EmbeddedServer.start();
            case "" -> ContainerServer.isAtHand() ? ContainerServer.start() : EmbeddedServer.start();
            default ->
                throw new IllegalArgumentException("FATA_TEST_SERVER is testcontainers or embedded, not " + kind);
        };
    }

    private static int majorOf(TestServer server) {
        var config = server.superuser();
        try (var connection = DriverManager.getConnection(TestDatabase.jdbcUrl(config), TestDatabase.login(config))) {
            return connection.getMetaData().getDatabaseMajorVersion();
        } catch (SQLException e) {
            server.close();
            throw new IllegalStateException("the server for tests does not answer: " + config.address(), e);
        }
    }

    @Override
    public synchronized void close() {
        byMajor.values().forEach(TestServer::close);
        byMajor.clear();
    }
}
