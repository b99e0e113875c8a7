package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.Cancellation;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * Lets a request to stop cancel what a connection runs. It insists, because the server forgets a request that reaches it before the statement
 * does.
 */
final class Interruption {
    private static final long BETWEEN_REQUESTS_MILLIS = 100;

    private final PGConnection connection;
    private final Cancellation.Registration registration;
    private boolean over;

    private Interruption(PGConnection connection, Cancellation cancellation) {
        this.connection = requireNonNull(connection, "connection");
        this.registration = cancellation.onCancel(() -> Thread.ofVirtual().start(this::insist));
    }

    /** Performs the work, and cancels what it runs as soon as somebody asks to stop. */
    static void during(Connection connection, Cancellation cancellation, Work work) throws SQLException {
        Interruption interruption = new Interruption(connection.unwrap(PGConnection.class), cancellation);
        try {
            work.perform();
        } finally {
            interruption.end();
        }
    }

    /** Something that takes its time on the server. */
    @FunctionalInterface
    interface Work {
        void perform() throws SQLException;
    }

    /** Each request has been passed on by the server when it returns, so none can hit a later statement. */
    private synchronized void insist() {
        try {
            while (!over) {
                connection.cancelQuery();
                wait(BETWEEN_REQUESTS_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            // The connection is gone, and with it what should have been stopped.
        }
    }

    private void end() {
        registration.close();
        synchronized (this) {
            over = true;
            notifyAll();
        }
    }
}
