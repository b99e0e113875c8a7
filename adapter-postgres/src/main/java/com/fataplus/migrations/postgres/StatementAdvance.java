package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.Optional;

/**
 * How far a statement is, as the server reports it (<a href="https://www.postgresql.org/docs/current/progress-reporting.html">Progress
 * Reporting</a>).
 *
 * @param total 0 where the server does not know
 */
record StatementAdvance(String phase, long done, long total) {
    /** What counts depends on the phase: those waited for, tuples, or blocks. */
    private static final String ADVANCE = """
            select phase,
                   case when phase like 'waiting%' then lockers_done
                        when phase like '%tuples%' then tuples_done
                        else blocks_done end as done,
                   case when phase like 'waiting%' then lockers_total
                        when phase like '%tuples%' then tuples_total
                        else blocks_total end as total
              from pg_catalog.pg_stat_progress_create_index where pid = ?
            union all
            select 'vacuum: ' || phase,
                   case when phase like 'vacuuming heap' then heap_blks_vacuumed else heap_blks_scanned end, heap_blks_total
              from pg_catalog.pg_stat_progress_vacuum where pid = ?
            union all
            select lower(command) || ': ' || phase, heap_blks_scanned, heap_blks_total
              from pg_catalog.pg_stat_progress_cluster where pid = ?
            union all
            select 'analyze: ' || phase, sample_blks_scanned, sample_blks_total
              from pg_catalog.pg_stat_progress_analyze where pid = ?
            union all
            select lower(command) || ': bytes', bytes_processed, bytes_total
              from pg_catalog.pg_stat_progress_copy where pid = ?
            """;

    StatementAdvance {
        requireNonNull(phase, "phase");
    }

    /** What the server reports about one of its processes; empty where that does nothing which is reported. */
    static Optional<StatementAdvance> of(Sql sql, int pid) throws SQLException {
        return sql
                .rows(
                        ADVANCE,
                        row -> new StatementAdvance(row.getString("phase"), row.getLong("done"), row.getLong("total")),
                        pid,
                        pid,
                        pid,
                        pid,
                        pid)
                .stream()
                .findFirst();
    }
}
