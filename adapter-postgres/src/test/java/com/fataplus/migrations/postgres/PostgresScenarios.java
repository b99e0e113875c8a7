package com.fataplus.migrations.postgres;

import com.fataplus.migrations.application.config.LedgerConfig;
import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.application.failure.RunFailure;
import com.fataplus.migrations.application.port.DatabaseScenarios;
import com.fataplus.migrations.application.port.MigrationSession;
import com.fataplus.migrations.application.port.SectionRun;
import com.fataplus.migrations.domain.script.Direction;
import com.fataplus.migrations.domain.script.MigrationScript;
import com.fataplus.migrations.domain.script.Section;
import com.fataplus.migrations.domain.script.SectionOptions;
import com.fataplus.migrations.domain.script.SourcePosition;
import com.fataplus.migrations.domain.script.Statement;
import com.fataplus.migrations.postgres.server.PostgresServer;
import com.fataplus.migrations.postgres.server.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** What tests of this package are made of: a database on the server at hand, and two ways to look at it. */
@ExtendWith(PostgresServer.class)
abstract class PostgresScenarios implements DatabaseScenarios {
    private final List<MigrationEvent> events = new CopyOnWriteArrayList<>();
    private final Cancellation cancellation = new Cancellation();
    private TestDatabase server;
    private PostgresDatabase database;

    @BeforeEach
    final void connect(TestDatabase fresh) {
        server = fresh;
        database = new PostgresDatabase(fresh.config(), new LedgerConfig("fata"), CLOCK);
    }

    /** The database from behind, past what is tested. */
    final TestDatabase server() {
        return server;
    }

    @Override
    public final PostgresDatabase database() {
        return database;
    }

    @Override
    public final List<MigrationEvent> events() {
        return events;
    }

    @Override
    public final Cancellation cancellation() {
        return cancellation;
    }

    /** A section of such statements without limits. */
    static SectionRun section(String statements) {
        return DatabaseScenarios.up(scriptOf(statements));
    }

    /** A section of such statements that wait so long for a lock. */
    static SectionRun section(String statements, Duration lockTimeout) {
        return new SectionRun(scriptOf(statements).up(), 0, lockTimeout, Optional.empty());
    }

    /** A section of statements that a parser would refuse. */
    static SectionRun unparsed(String... statements) {
        Section section = new Section(
                Direction.UP,
                SectionOptions.NONE,
                "1a.sql",
                "-- migrate:up\n" + String.join(";\n", statements),
                Stream.of(statements)
                        .map(text -> new Statement(text, SourcePosition.START, Optional.empty()))
                        .toList());
        return DatabaseScenarios.unlimited(section);
    }

    static MigrationScript scriptOf(String statements) {
        return DatabaseScenarios.script(FIRST, statements, "");
    }

    /** Runs and commits. */
    static void commit(MigrationSession session, SectionRun... sections) {
        session.inTransaction(DatabaseScenarios.doing(transaction -> {
            for (SectionRun section : sections) {
                transaction.run(section, DatabaseScenarios.ignoring());
            }
        }));
    }

    static void alone(MigrationSession session, SectionRun section) {
        session.outsideTransaction(section, DatabaseScenarios.ignoring());
    }

    /** How a transaction with such a section fails. */
    static RunFailure.StatementFailed refused(MigrationSession session, SectionRun... sections) {
        return DatabaseScenarios.failure(RunFailure.StatementFailed.class, () -> commit(session, sections));
    }
}
