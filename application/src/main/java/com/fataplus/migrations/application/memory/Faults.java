package com.fataplus.migrations.application.memory;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.failure.RunFailure;
import com.fataplus.migrations.application.failure.ServerFailure;
import com.fataplus.migrations.application.failure.SqlError;
import com.fataplus.migrations.domain.script.Section;
import com.fataplus.migrations.domain.script.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** What goes wrong in an {@link InMemoryDatabase}, by a part of the statement it happens at. */
public final class Faults {
    /** Whoever is in the way when a statement waits for a lock in vain. */
    public static final String BLOCKER = "pid 4711 (user farmer, application report, idle in transaction)";

    private final List<Fault> planned = new ArrayList<>();
    private final AtomicBoolean refusing = new AtomicBoolean();

    Faults() {}

    /** Statements that contain the text fail, always. */
    public void failOn(String text) {
        failOn(text, "P0001", "told to fail");
    }

    /** Statements that contain the text fail in this way, always. */
    public void failOn(String text, String sqlState, String message) {
        planned.add(new Fault(text, Integer.MAX_VALUE, Kind.ERROR, sqlState, message));
    }

    /** Statements that contain the text do not get their lock, so many times. */
    public void lockTimeoutsOn(String text, int times) {
        planned.add(new Fault(text, times, Kind.LOCK_TIMEOUT, "55P03", "canceling statement due to lock timeout"));
    }

    /** The connection is lost, once, at a statement that contains the text. */
    public void loseConnectionOn(String text) {
        planned.add(new Fault(text, 1, Kind.LOST_CONNECTION, "", "told to go away"));
    }

    /** Nobody can connect. */
    public void refuseConnections() {
        refusing.set(true);
    }

    /** Nothing that was planned happens any more. */
    public void clear() {
        planned.clear();
        refusing.set(false);
    }

    void connect(String address) {
        if (refusing.get()) {
            throw new MigrationException(
                    new ServerFailure.CannotConnect(address, "connection refused", Optional.empty(), Optional.empty()));
        }
    }

    void strike(Section section, Statement statement) {
        planned.stream().filter(fault -> fault.test(statement)).findFirst().ifPresent(fault -> {
            planned.remove(fault);
            planned.add(fault.spent());
            throw new MigrationException(fault.failure(section, statement));
        });
    }

    private enum Kind {
        ERROR,
        LOCK_TIMEOUT,
        LOST_CONNECTION
    }

    private record Fault(String text, int times, Kind kind, String sqlState, String message)
            implements Predicate<Statement> {
        Fault {
            requireNonNull(text, "text");
        }

        @Override
        public boolean test(Statement statement) {
            return times > 0 && statement.text().contains(text);
        }

        Fault spent() {
            return new Fault(text, times - 1, kind, sqlState, message);
        }

        MigrationFailure failure(Section section, Statement statement) {
            return switch (kind) {
                case ERROR -> new RunFailure.StatementFailed(error(section, statement));
                case LOCK_TIMEOUT -> new RunFailure.StatementFailed(error(section, statement), List.of(BLOCKER));
                case LOST_CONNECTION -> new ServerFailure.ConnectionLost(message);
            };
        }

        private SqlError error(Section section, Statement statement) {
            return new SqlError(
                    section.location(),
                    statement.position(),
                    Optional.empty(),
                    statement.excerpt(),
                    sqlState,
                    message,
                    Optional.empty(),
                    Optional.empty());
        }
    }
}
