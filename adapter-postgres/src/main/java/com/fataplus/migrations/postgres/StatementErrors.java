package com.fataplus.migrations.postgres;

import com.fataplus.migrations.application.failure.SqlError;
import com.fataplus.migrations.domain.script.Section;
import com.fataplus.migrations.domain.script.SourcePosition;
import com.fataplus.migrations.domain.script.Statement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.postgresql.util.ServerErrorMessage;

/** What the server said about a statement, with its place in the file instead of its place in the statement. */
final class StatementErrors {
    private static final Map<String, String> HINTS = Map.of(
            // active_sql_transaction
            "25001",
                    "such a statement cannot share a transaction; begin the section with: -- migrate:%s transaction:false",
            // out_of_memory, for shared memory: each table touched takes a place in the lock table
            "53200", "one transaction touches too much: --transaction revision, or raise max_locks_per_transaction",
            // query_canceled
            "57014", "more time for this section: -- migrate:%s timeout:10min");

    private StatementErrors() {}

    /**
     * An error of one statement.
     *
     * @param grants those of the role that ran it
     */
    static SqlError of(Section section, Statement statement, SQLException e, Grants grants) {
        Optional<ServerErrorMessage> said = ServerFailures.serverMessage(e);
        int offset = said.map(message -> offset(statement.text(), message.getPosition()))
                .orElse(0);
        return new SqlError(
                section.location(),
                statement.positionOf(offset),
                SourceLine.at(section, statement, offset),
                statement.excerpt(),
                ServerFailures.state(e),
                ServerFailures.message(e),
                said.flatMap(StatementErrors::detail),
                said.flatMap(message -> Optional.ofNullable(message.getHint()))
                        .or(() -> hint(section, ServerFailures.state(e)))
                        .or(() -> permission(e, grants)));
    }

    /** An error that no statement of a section made, but all of them together. */
    static SqlError of(Section section, String what, SQLException e) {
        return new SqlError(
                section.location(),
                section.statements().stream()
                        .map(Statement::position)
                        .findFirst()
                        .orElse(SourcePosition.START),
                Optional.empty(),
                what,
                ServerFailures.state(e),
                ServerFailures.message(e),
                ServerFailures.serverMessage(e).flatMap(StatementErrors::detail),
                Optional.empty());
    }

    /** The server counts characters from 1, and says 0 where it points at nothing. */
    private static int offset(String text, int position) {
        int characters = Math.clamp(position - 1L, 0, text.codePointCount(0, text.length()));
        return text.offsetByCodePoints(0, characters);
    }

    /** The server's detail, and where in a function it happened. */
    private static Optional<String> detail(ServerErrorMessage message) {
        List<String> parts = Stream.of(
                        Optional.ofNullable(message.getDetail()), Optional.ofNullable(message.getWhere()))
                .flatMap(Optional::stream)
                .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n  ", parts));
    }

    private static Optional<String> permission(SQLException e, Grants grants) {
        return Optional.of(e)
                .filter(refused -> ServerFailures.state(refused).equals(Grants.INSUFFICIENT_PRIVILEGE))
                .flatMap(refused -> grants.against(ServerFailures.message(refused)))
                .map(grant -> "ask an administrator to run: " + grant);
    }

    private static Optional<String> hint(Section section, String state) {
        return Optional.ofNullable(HINTS.get(state)).map(hint -> hint.formatted(LedgerRows.word(section.direction())));
    }
}
