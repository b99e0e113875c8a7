package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.failure.RunFailure;
import com.fataplus.migrations.application.failure.SqlError;
import com.fataplus.migrations.application.port.SectionRun;
import com.fataplus.migrations.application.port.StatementProgress;
import com.fataplus.migrations.application.port.Transaction;
import com.fataplus.migrations.domain.ledger.AppliedRevision;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.MigrationScript;
import com.fataplus.migrations.domain.script.Section;
import com.fataplus.migrations.domain.script.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** The transaction of a session, from its first statement on; whoever opened it commits or rolls back. */
final class OpenTransaction implements Transaction {
    private static final String INVALID_TRANSACTION_TERMINATION = "2D000";

    private final Connection connection;
    private final SectionRunner sections;
    private final ScriptSettings settings;
    private final LedgerWriter ledger;
    private Optional<String> identity = Optional.empty();
    private Optional<Section> last = Optional.empty();

    OpenTransaction(Connection connection, SectionRunner sections, ScriptSettings settings, LedgerWriter ledger) {
        this.connection = requireNonNull(connection, "connection");
        this.sections = requireNonNull(sections, "sections");
        this.settings = requireNonNull(settings, "settings");
        this.ledger = requireNonNull(ledger, "ledger");
    }

    @Override
    public void run(SectionRun run, StatementProgress progress) {
        last = Optional.of(run.section());
        requireSame(run.section(), ServerFailures.doing("begin a section", () -> settings.limitTransaction(run)));
        sections.run(run, statement -> requireOpen(run.section(), statement), progress);
        requireSame(run.section(), ServerFailures.doing("end a section", settings::forgetInTransaction));
    }

    @Override
    public void record(AppliedRevision row, MigrationScript script) {
        ledger.record(row, script);
    }

    @Override
    public void forget(RevisionId revision, RunId run) {
        ledger.forget(revision, run);
    }

    /** What it means when the commit itself fails: a constraint of a script had been deferred until then. */
    MigrationFailure commitFailure(SQLException e) {
        return last.filter(section -> !ServerFailures.isLost(e))
                .<MigrationFailure>map(
                        section -> new RunFailure.StatementFailed(StatementErrors.of(section, "commit", e)))
                .orElseGet(() -> ServerFailures.of("commit", e));
    }

    private void requireOpen(Section section, Statement statement) throws SQLException {
        if (connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.IDLE) {
            throw ended(section, statement);
        }
    }

    /** COMMIT AND CHAIN leaves a transaction open, but another one. */
    private void requireSame(Section section, String transaction) {
        if (!identity.orElse(transaction).equals(transaction)) {
            throw ended(section, section.statements().getLast());
        }
        identity = Optional.of(transaction);
    }

    private static MigrationException ended(Section section, Statement statement) {
        return new MigrationException(new RunFailure.StatementFailed(new SqlError(
                section.location(),
                statement.position(),
                SourceLine.at(section, statement, 0),
                statement.excerpt(),
                INVALID_TRANSACTION_TERMINATION,
                "the script ended the transaction that it was to share with its ledger row",
                Optional.empty(),
                Optional.of("leave transactions to fata, or begin the section with: -- migrate:%s transaction:false"
                        .formatted(LedgerRows.word(section.direction()))))));
    }
}
