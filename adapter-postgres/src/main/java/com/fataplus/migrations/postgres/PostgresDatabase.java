package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.LedgerConfig;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.application.port.LedgerFound;
import com.fataplus.migrations.application.port.LedgerReader;
import com.fataplus.migrations.application.port.LockRequest;
import com.fataplus.migrations.application.port.MigrationSession;
import com.fataplus.migrations.application.port.ServerInfo;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.ledger.Run;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.RunStep;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.schema.SchemaSnapshot;
import com.fataplus.migrations.domain.script.MigrationScript;
import com.fataplus.migrations.postgres.ServerProbe.SessionFacts;
import com.fataplus.migrations.postgres.catalog.CatalogReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A PostgreSQL database, 14 or newer. Whatever is asked of it without a session opens a connection for that alone. */
public final class PostgresDatabase implements Database {
    private final Connector connector;
    private final LedgerSchema ledger;
    private final Clock clock;

    /** Connects to nothing yet; fails with {@code InputFailure.ConfigurationBroken} where a connection parameter is unknown. */
    public PostgresDatabase(ConnectionConfig connection, LedgerConfig ledger, Clock clock) {
        this.connector = new Connector(connection);
        this.ledger = new LedgerSchema(ledger.schema());
        this.clock = requireNonNull(clock, "clock");
    }

    @Override
    public ServerInfo server() {
        return connected("fata", connection -> ServerProbe.info(connection, connector.config()));
    }

    @Override
    public Ledger ledger() {
        return reading(LedgerReader::ledger);
    }

    @Override
    public Optional<MigrationScript> recordedScript(RevisionId revision) {
        return reading(reader -> reader.recordedScript(revision));
    }

    @Override
    public List<Run> runs(int limit) {
        return reading(reader -> reader.runs(limit));
    }

    @Override
    public List<RunStep> steps(RunId run) {
        return reading(reader -> reader.steps(run));
    }

    @Override
    public SchemaSnapshot schema() {
        return connected(
                "fata",
                connection ->
                        ServerFailures.doing("read the schema", () -> CatalogReader.read(connection, ledger.name())));
    }

    @Override
    public MigrationSession openSession(LockRequest lock, RunContext context) {
        String application = "fata " + lock.purpose();
        Connection connection = connector.connect(application);
        SessionFacts facts;
        try {
            facts = meet(connection, context);
        } catch (Throwable e) {
            hangUp(connection, e);
            throw e;
        }
        try {
            return openSession(connection, facts, application, lock, context);
        } catch (Throwable e) {
            handBack(connection, e);
            hangUp(connection, e);
            throw e;
        }
    }

    /** Refuses what a session cannot be used for: locking and writing. */
    private SessionFacts meet(Connection connection, RunContext context) {
        ServerProbe.requireSupported(connection);
        SessionFacts facts = ServerProbe.session(connection, connector.config());
        switch (facts.route()) {
            case DIRECT -> {}
            case POOLED ->
                ServerFailures.performing(
                        "look at the pooler",
                        new PoolerProbe(connector, connection, facts.pid(), context)::requireOwnSession);
        }
        return facts;
    }

    private MigrationSession openSession(
            Connection connection, SessionFacts facts, String application, LockRequest request, RunContext context) {
        Sql sql = new Sql(connection);
        ScriptSettings settings = new ScriptSettings(sql, OwnSettings.of(sql, facts, application));
        ServerFailures.performing("set up the session", settings::forget);
        new MigrationLock(sql, ledger).acquire(request, context);
        LedgerFound found = new LedgerTables(connection, ledger).prepare();
        return new PostgresSession(
                sql,
                ServerProbe.info(connection, connector.config()),
                found,
                ledger,
                new LedgerWriter(sql, ledger, clock),
                settings,
                new StatementWatch(connector, facts.pid()),
                clock,
                context);
    }

    private <T> T reading(Function<LedgerReader, T> question) {
        return connected("fata", connection -> question.apply(new LedgerQueries(connection, ledger)));
    }

    private <T> T connected(String application, Function<Connection, T> work) {
        return ServerFailures.doing("close the connection", () -> {
            try (Connection connection = connector.connect(application)) {
                ServerProbe.requireSupported(connection);
                return work.apply(connection);
            }
        });
    }

    private static void handBack(Connection connection, Throwable first) {
        try {
            PostgresSession.handBack(new Sql(connection));
        } catch (SQLException e) {
            first.addSuppressed(e);
        }
    }

    private static void hangUp(Connection connection, Throwable first) {
        try {
            connection.close();
        } catch (SQLException e) {
            first.addSuppressed(e);
        }
    }
}
