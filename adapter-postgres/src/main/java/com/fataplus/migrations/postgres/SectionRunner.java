package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.failure.RunFailure;
import com.fataplus.migrations.application.failure.ServerFailure;
import com.fataplus.migrations.application.failure.SqlError;
import com.fataplus.migrations.application.port.SectionRun;
import com.fataplus.migrations.application.port.StatementProgress;
import com.fataplus.migrations.domain.script.Section;
import com.fataplus.migrations.domain.script.Statement;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;

/** Sends the statements of a section to the server, one after the other, as they stand in their file. */
final class SectionRunner {
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String FEATURE_NOT_SUPPORTED = "0A000";
    private static final String QUERY_CANCELED = "57014";

    private final Connection connection;
    private final StatementWatch watches;
    private final RunContext context;
    private final Grants grants;

    SectionRunner(Connection connection, StatementWatch watches, Grants grants, RunContext context) {
        this.connection = requireNonNull(connection, "connection");
        this.watches = requireNonNull(watches, "watches");
        this.grants = requireNonNull(grants, "grants");
        this.context = requireNonNull(context, "context");
    }

    /** Hears of each statement right after it succeeded, before {@link StatementProgress}. */
    @FunctionalInterface
    interface Aftercare {
        void check(Statement statement) throws SQLException;
    }

    void run(SectionRun run, Aftercare aftercare, StatementProgress progress) {
        List<Statement> statements = run.section().statements();
        for (int i = run.firstStatement(); i < statements.size(); i++) {
            Statement statement = statements.get(i);
            long start = System.nanoTime();
            execute(run, statement, aftercare);
            progress.done(i, statement, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private void execute(SectionRun run, Statement statement, Aftercare aftercare) {
        context.cancellation().check();
        try (StatementWatch.Watch watch = watches.over(run.lockTimeout(), teller(statement))) {
            try {
                Interruption.during(connection, context.cancellation(), () -> send(run.section(), statement));
                refuseNonstandardStrings(run.section(), statement);
                aftercare.check(statement);
            } catch (SQLException e) {
                throw new MigrationException(failure(run.section(), statement, watch, e), e);
            }
        }
    }

    private StatementWatch.Listener teller(Statement statement) {
        return new StatementWatch.Listener() {
            @Override
            public void blocked(List<String> blockers, Duration waited) {
                context.tell(new MigrationEvent.StatementBlocked(statement.excerpt(), waited, blockers));
            }

            @Override
            public void advanced(StatementAdvance advance) {
                context.tell(new MigrationEvent.StatementAdvanced(
                        statement.excerpt(), advance.phase(), advance.done(), advance.total()));
            }
        };
    }

    /** The server tells of each change, whatever made it; what follows was split before. */
    private void refuseNonstandardStrings(Section section, Statement statement) throws SQLException {
        String standard = connection.unwrap(PGConnection.class).getParameterStatus("standard_conforming_strings");
        if ("off".equals(standard)) {
            throw new MigrationException(new RunFailure.StatementFailed(new SqlError(
                    section.location(),
                    statement.position(),
                    SourceLine.at(section, statement, 0),
                    statement.excerpt(),
                    FEATURE_NOT_SUPPORTED,
                    "this turned standard_conforming_strings off, and the statements below were read with it on",
                    Optional.empty(),
                    Optional.of("leave it on, and write E'...' where a backslash escapes"))));
        }
    }

    private void send(Section section, Statement statement) throws SQLException {
        if (statement.copyData().isPresent()) {
            copy(statement, statement.copyData().get());
            return;
        }
        try (java.sql.Statement plain = connection.createStatement()) {
            // Or the driver would see {braces} as its own.
            plain.setEscapeProcessing(false);
            plain.execute(statement.text());
            for (SQLWarning notice = plain.getWarnings(); notice != null; notice = notice.getNextWarning()) {
                context.tell(new MigrationEvent.Warning("server.notice", told(section, statement, notice)));
            }
        }
    }

    private void copy(Statement statement, String data) throws SQLException {
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement.text(), new StringReader(data));
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot be read", e);
        }
    }

    private static String told(Section section, Statement statement, SQLWarning notice) {
        return "%s:%s: %s".formatted(section.location(), statement.position(), notice.getMessage());
    }

    private MigrationFailure failure(Section section, Statement statement, StatementWatch.Watch watch, SQLException e) {
        String state = ServerFailures.state(e);
        if (ServerFailures.isLost(e)) {
            return new ServerFailure.ConnectionLost(
                    "%s (at %s:%s)".formatted(ServerFailures.message(e), section.location(), statement.position()));
        }
        if (state.equals(QUERY_CANCELED) && context.cancellation().requested().isPresent()) {
            return new RunFailure.Cancelled(context.cancellation().requested().get());
        }
        return new RunFailure.StatementFailed(
                StatementErrors.of(section, statement, e, grants),
                state.equals(LOCK_NOT_AVAILABLE) ? watch.blockers() : List.of());
    }
}
