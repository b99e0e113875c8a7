package com.fataplus.migrations.postgres;

import com.fataplus.migrations.domain.ledger.AppliedRevision;
import com.fataplus.migrations.domain.ledger.Run;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.RunOutcome;
import com.fataplus.migrations.domain.ledger.RunStep;
import com.fataplus.migrations.domain.ledger.StepState;
import com.fataplus.migrations.domain.revision.Checksum;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.Direction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** The ledger's rows as values. Constants are stored by their names in small letters with hyphens: {@code rolled-back}. */
final class LedgerRows {
    private LedgerRows() {}

    static AppliedRevision revision(ResultSet row) throws SQLException {
        return new AppliedRevision(
                new RevisionId(row.getString("revision_id")),
                ids(row, "parents"),
                ids(row, "depends_on"),
                new TreeSet<>(texts(row, "labels")),
                row.getString("message"),
                new Checksum(row.getString("checksum")),
                new RunId(row.getLong("revision_run")),
                instant(row, "applied_at").orElseThrow(),
                row.getString("applied_by"),
                Duration.of(row.getLong("duration_us"), ChronoUnit.MICROS));
    }

    static Run run(ResultSet row) throws SQLException {
        return new Run(
                new RunId(row.getLong("run_id")),
                row.getString("command"),
                row.getString("target"),
                Optional.ofNullable(row.getString("tag")),
                row.getString("operator"),
                instant(row, "started_at").orElseThrow(),
                instant(row, "finished_at"),
                constant(RunOutcome.class, row.getString("outcome")),
                Optional.ofNullable(row.getString("backup")));
    }

    static RunStep step(ResultSet row) throws SQLException {
        return new RunStep(
                new RevisionId(row.getString("revision")),
                constant(Direction.class, row.getString("direction")),
                constant(StepState.class, row.getString("state")),
                row.getInt("statements_done"),
                Optional.ofNullable(row.getString("failure")),
                instant(row, "at").orElseThrow());
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    static String[] texts(List<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).toArray(String[]::new);
    }

    private static List<RevisionId> ids(ResultSet row, String column) throws SQLException {
        return texts(row, column).stream().map(RevisionId::new).toList();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
