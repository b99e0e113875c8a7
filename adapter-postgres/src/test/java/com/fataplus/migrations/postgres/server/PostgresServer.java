package com.fataplus.migrations.postgres.server;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test method, or what runs before each, a {@link TestDatabase} of its own: {@code @ExtendWith(PostgresServer.class)}. A test fails
 * that leaves a session, a lock or a prepared transaction behind. {@link TestServers} says which server it is.
 */
public final class PostgresServer implements ParameterResolver, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(PostgresServer.class);

    /** A server takes a moment to notice that a client has gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Optional<Integer> major;

    /** The server at hand. */
    public PostgresServer() {
        this(Optional.empty());
    }

    PostgresServer(Optional<Integer> major) {
        this.major = major;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == TestDatabase.class
                && test.getTestMethod().isPresent();
    }

    @Override
    public TestDatabase resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getStore(NAMESPACE)
                .computeIfAbsent(TestDatabase.class, type -> TestDatabase.create(server(test)), TestDatabase.class);
    }

    private TestServer server(ExtensionContext test) {
        TestServers servers = servers(test);
        return major.map(servers::ofMajor).orElseGet(servers::usual);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        TestDatabase database = test.getStore(NAMESPACE).remove(TestDatabase.class, TestDatabase.class);
        if (database == null) {
            return;
        }
        var leaks = database.leaks(PATIENCE);
        database.drop();
        if (!leaks.isEmpty()) {
            throw new AssertionError("left behind: " + String.join("; ", leaks));
        }
    }

    static TestServers servers(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(TestServers.class, type -> new TestServers(), TestServers.class);
    }
}
