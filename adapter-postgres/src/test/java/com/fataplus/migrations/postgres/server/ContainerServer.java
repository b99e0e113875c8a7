package com.fataplus.migrations.postgres.server;

import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A server in a container of our own. */
final class ContainerServer implements TestServer {
    private static final String IMAGE = System.getProperty(
            "fata.test.image",
            Optional.ofNullable(System.getenv("FATA_TEST_IMAGE")).orElse("fata/postgres:15"));

    private final PostgreSQLContainer container;

    private ContainerServer(PostgreSQLContainer container) {
        this.container = container;
    }

    /**
     * True where an engine answers and has the image already. Docker's own client is asked because Testcontainers would fetch images to find
     * out where it is.
     */
    static boolean isAtHand() {
        try {
            Process docker = new ProcessBuilder("docker", "image", "inspect", IMAGE)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (docker.waitFor(10, TimeUnit.SECONDS)) {
                return docker.exitValue() == 0;
            }
            docker.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @SuppressWarnings("resource") // closed by whoever closes this server
    static ContainerServer start() {
        PostgreSQLContainer container = new PostgreSQLContainer(
                        DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("postgres"))
                .withUsername("postgres")
                .withPassword("of the tests");
        container.start();
        return new ContainerServer(container);
    }

    @Override
    public ConnectionConfig superuser() {
        return new ConnectionConfig(
                container.getHost(),
                container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
                container.getDatabaseName(),
                container.getUsername(),
                Optional.of(new Secret(container.getPassword())),
                Map.of(),
                Duration.ofSeconds(10));
    }

    @Override
    public void close() {
        container.stop();
    }
}
