package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.RunFailure;
import com.fataplus.migrations.application.failure.SqlError;
import com.fataplus.migrations.application.port.SectionRun;
import com.fataplus.migrations.application.port.StatementProgress;
import com.fataplus.migrations.domain.script.Statement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** A section without a transaction of ours. It may begin some of its own; what is done in one counts once that has ended. */
final class StatementByStatement {
    private static final String ACTIVE_TRANSACTION = "25001";

    private final Sql sql;
    private final SectionRunner sections;
    private final ScriptSettings settings;

    StatementByStatement(Sql sql, SectionRunner sections, ScriptSettings settings) {
        this.sql = requireNonNull(sql, "sql");
        this.sections = requireNonNull(sections, "sections");
        this.settings = requireNonNull(settings, "settings");
    }

    void run(SectionRun run, StatementProgress progress) {
        ServerFailures.performing("begin a section", () -> settings.limitSession(run));
        List<Done> inTransaction = new ArrayList<>();
        sections.run(run, statement -> {}, (index, statement, took) -> {
            inTransaction.add(new Done(index, statement, took));
            if (isIdle()) {
                inTransaction.forEach(done -> progress.done(done.index(), done.statement(), done.took()));
                inTransaction.clear();
            }
        });
        if (!inTransaction.isEmpty()) {
            throw leftOpen(run, inTransaction.getFirst().statement());
        }
        ServerFailures.performing("end a section", settings::forget);
    }

    /** Ends what a failed section left open, and its settings; the failure stays the first. */
    void cleanUpAfter(Throwable failure) {
        try {
            if (!sql.connection().isClosed()) {
                if (!isIdle()) {
                    sql.run("rollback");
                }
                settings.forget();
            }
        } catch (SQLException | MigrationException e) {
            failure.addSuppressed(e);
        }
    }

    private boolean isIdle() {
        return ServerFailures.doing(
                "see whether a transaction is open",
                () -> sql.connection().unwrap(BaseConnection.class).getTransactionState() == TransactionState.IDLE);
    }

    private static MigrationException leftOpen(SectionRun run, Statement first) {
        return new MigrationException(new RunFailure.StatementFailed(new SqlError(
                run.section().location(),
                first.position(),
                SourceLine.at(run.section(), first, 0),
                first.excerpt(),
                ACTIVE_TRANSACTION,
                "the section ends within a transaction that begins here; it was rolled back",
                Optional.empty(),
                Optional.of("commit it"))));
    }

    private record Done(int index, Statement statement, Duration took) {}
}
