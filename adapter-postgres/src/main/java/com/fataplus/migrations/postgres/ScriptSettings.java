package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.application.port.SectionRun;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The settings that a section runs under, and the end of all settings that it made itself. */
final class ScriptSettings {
    /** A runner that hangs in the middle of a transaction must not keep its locks. */
    private static final String LONGEST_IDLE = "60s";

    private static final String LIMIT_TRANSACTION = """
            select set_config('lock_timeout', ?, true),
                   set_config('statement_timeout', coalesce(?, current_setting('statement_timeout')), true),
                   set_config('idle_in_transaction_session_timeout', ?, true),
                   pg_current_xact_id()::text as transaction
            """;

    private static final String LIMIT_SESSION = """
            select set_config('lock_timeout', ?, false),
                   set_config('statement_timeout', coalesce(?, current_setting('statement_timeout')), false)
            """;

    /** Everything a script can leave in a session that the next could stumble over, except the session's advisory locks. */
    static final String FORGET = """
            reset session authorization;
            reset role;
            reset all;
            close all;
            deallocate all;
            discard temp;
            unlisten *;
            """;

    private static final String TRANSACTION = "select pg_current_xact_id()::text";

    private final Sql sql;
    private final String forget;

    /** Everything goes back to what the session began with, and then to {@code own}. */
    ScriptSettings(Sql sql, Map<String, String> own) {
        this.sql = requireNonNull(sql, "sql");
        this.forget = FORGET
                + own.entrySet().stream()
                        .map(setting -> "set %s = '%s';\n"
                                .formatted(setting.getKey(), setting.getValue().replace("'", "''")))
                        .collect(joining());
    }

    /** Sets the limits for the rest of the transaction, and tells which transaction that is. */
    String limitTransaction(SectionRun run) throws SQLException {
        return sql.row(
                LIMIT_TRANSACTION,
                row -> row.getString("transaction"),
                milliseconds(run.lockTimeout()),
                run.statementTimeout().map(ScriptSettings::milliseconds),
                LONGEST_IDLE);
    }

    /** Sets the limits until {@link #forget}. */
    void limitSession(SectionRun run) throws SQLException {
        sql.row(
                LIMIT_SESSION,
                row -> row.getString(1),
                milliseconds(run.lockTimeout()),
                run.statementTimeout().map(ScriptSettings::milliseconds));
    }

    /** Forgets all settings, limits included. */
    void forget() throws SQLException {
        sql.run(forget);
    }

    /** Forgets all settings within a transaction, and tells which transaction that is; in one message. */
    String forgetInTransaction() throws SQLException {
        try (Statement statement = sql.connection().createStatement()) {
            statement.execute(forget + TRANSACTION);
            Optional<String> transaction = Optional.empty();
            do {
                ResultSet result = statement.getResultSet();
                if (result != null && result.next()) {
                    transaction = Optional.of(result.getString(1));
                }
            } while (statement.getMoreResults() || statement.getUpdateCount() >= 0);
            return transaction.orElseThrow();
        }
    }

    /** The server's smallest unit; what is shorter counts as one, because none means no limit. */
    static String milliseconds(Duration duration) {
        return Long.toString(duration.isZero() ? 0 : Math.max(1, duration.toMillis()));
    }
}
