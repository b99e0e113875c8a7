package com.fataplus.migrations.postgres;

import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.ServerFailure;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What it means when a statement of our own fails. */
final class ServerFailures {
    /** admin_shutdown, crash_shutdown, cannot_connect_now, idle_session_timeout, idle_in_transaction_session_timeout. */
    private static final Set<String> ENDS_THE_SESSION = Set.of("57P01", "57P02", "57P03", "57P05", "25P03");

    private ServerFailures() {}

    /** Work with the server that may fail. */
    @FunctionalInterface
    interface Work<T> {
        T perform() throws SQLException;
    }

    /** Work with the server that may fail and returns nothing. */
    @FunctionalInterface
    interface Task {
        void perform() throws SQLException;
    }

    /** Performs the work; {@code action} completes the sentence "cannot ...". */
    static <T> T doing(String action, Work<T> work) {
        try {
            return work.perform();
        } catch (SQLException e) {
            throw new MigrationException(of(action, e), e);
        }
    }

    /** Performs the task; {@code action} completes the sentence "cannot ...". */
    static void performing(String action, Task task) {
        try {
            task.perform();
        } catch (SQLException e) {
            throw new MigrationException(of(action, e), e);
        }
    }

    static ServerFailure of(String action, SQLException e) {
        return isLost(e)
                ? new ServerFailure.ConnectionLost(message(e))
                : new ServerFailure.QueryFailed(action, message(e), state(e));
    }

    /** True where the session is over; PostgreSQL's class 08 is the driver's word for a broken connection. */
    static boolean isLost(SQLException e) {
        return state(e).startsWith("08") || ENDS_THE_SESSION.contains(state(e));
    }

    static String state(SQLException e) {
        return Optional.ofNullable(e.getSQLState()).orElse("");
    }

    /** What the server said without its severity, or else the driver. */
    static String message(SQLException e) {
        return serverMessage(e)
                .map(ServerErrorMessage::getMessage)
                .or(() -> Optional.ofNullable(e.getMessage()))
                .orElseGet(e::toString);
    }

    static Optional<ServerErrorMessage> serverMessage(SQLException e) {
        return e instanceof PSQLException own ? Optional.ofNullable(own.getServerErrorMessage()) : Optional.empty();
    }
}
