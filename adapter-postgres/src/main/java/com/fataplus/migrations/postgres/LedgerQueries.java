package com.fataplus.migrations.postgres;

import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.LedgerReader;
import com.fataplus.migrations.domain.ledger.AppliedRevision;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.ledger.Run;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.RunStep;
import com.fataplus.migrations.domain.revision.Checksum;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.MigrationScript;
import com.fataplus.migrations.domain.script.Parsed;
import com.fataplus.migrations.domain.script.ScriptParser;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads the ledger on a connection; each method is one statement and so one snapshot. */
final class LedgerQueries implements LedgerReader {
    /** The ledger of an older fata has runs without a tag, and may be read as it is. */
    private static final String RUN =
            "id as run_id, command, target, to_jsonb(run) ->> 'tag' as tag, operator, started_at, finished_at, outcome, backup";

    /** At least one row: the version and the unfinished run stand in each, the revisions where there are any. */
    private static final String LEDGER = """
            select meta.version, revision.*, unfinished.*
              from ledger.meta
              left join (
                    select id as revision_id, position, parents, depends_on, labels, message, checksum,
                           run as revision_run, applied_at, applied_by,
                           round(extract(epoch from duration) * 1000000) as duration_us
                      from ledger.revision) as revision on true
              left join lateral (
                    select %s
                      from ledger.run as run
                     where finished_at is null
                     order by id desc
                     limit 1) as unfinished on true
             order by position
            """.formatted(RUN);

    private static final String RUNS = """
            select %s
              from ledger.run as run
             order by id desc
             limit ?
            """.formatted(RUN);

    private static final String STEPS = """
            select revision, direction, state, statements_done, failure, at
              from ledger.step
             where run = ?
             order by id
            """;

    private static final String SCRIPT =
            "select up_text || E'\\n' || down_text, checksum from ledger.revision where id = ?";

    private final Connection connection;
    private final LedgerSchema ledger;

    LedgerQueries(Connection connection, LedgerSchema ledger) {
        this.connection = connection;
        this.ledger = ledger;
    }

    @Override
    public Ledger ledger() {
        List<Line> lines = read(LEDGER, row -> {
            LedgerTables.requireKnown(row.getInt("version"));
            return new Line(
                    row.getString("revision_id") == null ? Optional.empty() : Optional.of(LedgerRows.revision(row)),
                    row.getLong("run_id") == 0 ? Optional.empty() : Optional.of(LedgerRows.run(row)));
        });
        return new Ledger(
                lines.stream().flatMap(line -> line.revision().stream()).toList(),
                lines.stream().flatMap(line -> line.unfinished().stream()).findFirst());
    }

    @Override
    public Optional<MigrationScript> recordedScript(RevisionId revision) {
        return read(
                        SCRIPT,
                        // The text has the values of placeholders in it; what it is compared with are files.
                        row -> parsed(revision, row.getString(1)).withChecksum(new Checksum(row.getString(2))),
                        revision.value())
                .stream()
                .findFirst();
    }

    @Override
    public List<Run> runs(int limit) {
        return read(RUNS, LedgerRows::run, limit);
    }

    @Override
    public List<RunStep> steps(RunId run) {
        return read(STEPS, LedgerRows::step, run.value());
    }

    /** Nothing is found where there is no ledger. */
    private <T> List<T> read(String query, Sql.Row<T> row, Object... parameters) {
        return ServerFailures.doing("read the ledger", () -> {
            try {
                return new Sql(connection).rows(ledger.in(query), row, parameters);
            } catch (SQLException e) {
                if (LedgerTables.isMissing(connection, ledger, e)) {
                    return List.of();
                }
                throw new MigrationException(
                        ledger.failure(
                                "read the ledger", connection.getMetaData().getUserName(), e),
                        e);
            }
        });
    }

    private static MigrationScript parsed(RevisionId revision, String text) {
        return switch (ScriptParser.script(revision, "ledger:" + revision, text)) {
            case Parsed.Sound<MigrationScript>(var script) -> script;
            case Parsed.Broken<MigrationScript>(var problems) ->
                throw new MigrationException(new InputFailure.ScriptsBroken(problems));
        };
    }

    private record Line(Optional<AppliedRevision> revision, Optional<Run> unfinished) {}
}
