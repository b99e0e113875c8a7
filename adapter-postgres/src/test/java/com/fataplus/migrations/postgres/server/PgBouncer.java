package com.fataplus.migrations.postgres.server;

import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PgBouncer before a test's database; the program has to be there. */
public final class PgBouncer implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(30);

    private final Process process;
    private final Path folder;
    private final ConnectionConfig behind;
    private final int port;

    private PgBouncer(Process process, Path folder, ConnectionConfig behind, int port) {
        this.process = process;
        this.folder = folder;
        this.behind = behind;
        this.port = port;
    }

    /**
     * Starts one.
     *
     * @param settings as in {@code pgbouncer.ini}; they win
     */
    public static PgBouncer start(ConnectionConfig behind, Map<String, String> settings) throws IOException {
        int port = freePort();
        Path folder = Files.createTempDirectory(
                Files.createDirectories(Path.of("target")).toAbsolutePath(), "pgbouncer");
        // It refuses to be root, and whoever it becomes has to read this.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(
                folder.resolve("users.txt"),
                "\"%s\" \"%s\"\n"
                        .formatted(
                                behind.user(),
                                behind.password().map(Secret::value).orElse("")));
        Map<String, String> all = new TreeMap<>(Map.of(
                "listen_addr", "127.0.0.1",
                "listen_port", Integer.toString(port),
                "unix_socket_dir", "",
                "auth_type", "scram-sha-256",
                "auth_file", folder.resolve("users.txt").toString()));
        all.putAll(settings);
        StringBuilder ini = new StringBuilder("[databases]\n%s = host=%s port=%d\n[pgbouncer]\n"
                .formatted(
                        behind.database(), InetAddress.getByName(behind.host()).getHostAddress(), behind.port()));
        all.forEach(
                (name, value) -> ini.append(name).append(" = ").append(value).append('\n'));
        Path file = Files.writeString(folder.resolve("pgbouncer.ini"), ini);
        List<String> command = new ArrayList<>(List.of(program(), "--quiet"));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("--user", "nobody"));
        }
        command.add(file.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        PgBouncer pooler = new PgBouncer(process, folder, behind, port);
        pooler.awaitStart();
        return pooler;
    }

    /** The way to the database through it. */
    public ConnectionConfig config() {
        return config(Map.of());
    }

    /** The way to the database through it, with further connection parameters. */
    public ConnectionConfig config(Map<String, String> parameters) {
        Map<String, String> all = new HashMap<>(Map.of("sslmode", "disable", "gssencmode", "disable"));
        all.putAll(parameters);
        return new ConnectionConfig(
                "127.0.0.1", port, behind.database(), behind.user(), behind.password(), all, Duration.ofSeconds(10));
    }

    /** Ends it as a crash would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private void awaitStart() throws IOException {
        Instant end = Instant.now().plus(LONGEST_START);
        while (!answers()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                String log = Files.readString(folder.resolve("log"));
                close();
                throw new IllegalStateException("PgBouncer did not start: " + log);
            }
        }
    }

    private boolean answers() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static String program() {
        return Stream.concat(
                        Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin")) // not in everybody's PATH
                .map(folder -> Path.of(folder, "pgbouncer"))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "these tests need PgBouncer, and it is not there; fix: apt-get install pgbouncer"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
