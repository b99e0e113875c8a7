package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.RunOutcome;
import java.time.Clock;
import java.util.Optional;

/**
 * The journal on its way from a database into what is restored in its place: a diary does not forget because the state it tells of is gone.
 * What the dump says was applied stays as the dump says.
 */
final class LedgerCarrying {
    private static final String JOURNAL = """
            select coalesce(jsonb_agg(jsonb_build_object('run', to_jsonb(run), 'steps', (
                       select coalesce(jsonb_agg(to_jsonb(step) order by step.id), '[]')
                         from ledger.step as step where step.run = run.id)) order by run.id), '[]')::text
              from ledger.run as run
            """;

    /** A run is the same where number, time and operator are; else the dump is of another database, and the number is taken. */
    private static final String MERGE = """
            create temporary table fata_carried (position bigint, entry jsonb);
            insert into pg_temp.fata_carried
            select position, entry from pg_catalog.jsonb_array_elements(${journal}::jsonb) with ordinality as all_of_it (entry, position);
            do $fata$
            declare
                fata_entry jsonb;
                fata_target bigint;
                fata_restoring bigint;
            begin
                for fata_entry in select entry from pg_temp.fata_carried order by position loop
                    fata_target := (fata_entry #>> '{run,id}')::bigint;
                    if not exists (
                        select from ledger.run
                         where id = fata_target and started_at = (fata_entry #>> '{run,started_at}')::timestamptz
                           and operator = fata_entry #>> '{run,operator}')
                    then
                        if exists (select from ledger.run where id = fata_target) then
                            fata_target := (select max(id) + 1 from ledger.run);
                        end if;
                        insert into ledger.run overriding system value
                        select (pg_catalog.jsonb_populate_record(null::ledger.run,
                                    pg_catalog.jsonb_set(fata_entry -> 'run', '{id}', pg_catalog.to_jsonb(fata_target)))).*;
                    end if;
                    update ledger.run
                       set outcome = fata_entry #>> '{run,outcome}',
                           backup = fata_entry #>> '{run,backup}',
                           finished_at = (fata_entry #>> '{run,finished_at}')::timestamptz
                     where id = fata_target;
                    delete from ledger.step where run = fata_target;
                    insert into ledger.step (run, revision, direction, state, statements_done, failure, at)
                    select fata_target, step.revision, step.direction, step.state, step.statements_done, step.failure, step.at
                      from pg_catalog.jsonb_populate_recordset(null::ledger.step, fata_entry -> 'steps') as step
                     order by step.id;
                    if (fata_entry #>> '{run,id}')::bigint = ${run} then
                        fata_restoring := fata_target;
                    end if;
                end loop;
                update ledger.run set outcome = 'abandoned', finished_at = ${now}
                 where finished_at is null and id <> fata_restoring;
                update ledger.run set outcome = ${outcome}, finished_at = ${now}
                 where id = fata_restoring and ${outcome} is not null;
                perform pg_catalog.setval(pg_catalog.pg_get_serial_sequence(${table}, 'id'), (select max(id) from ledger.run));
            end $fata$;
            drop table pg_temp.fata_carried;
            """;

    private final Sql sql;
    private final LedgerSchema ledger;
    private final Clock clock;

    LedgerCarrying(Sql sql, LedgerSchema ledger, Clock clock) {
        this.sql = requireNonNull(sql, "sql");
        this.ledger = requireNonNull(ledger, "ledger");
        this.clock = requireNonNull(clock, "clock");
    }

    String script(RunId run, Optional<RunOutcome> outcome) {
        String journal =
                ServerFailures.doing("read the journal", () -> sql.row(ledger.in(JOURNAL), row -> row.getString(1)));
        String merge = ledger.in(MERGE)
                .replace("${run}", run.toString())
                .replace("${now}", SqlLiteral.of(clock.instant().toString()) + "::timestamptz")
                .replace(
                        "${outcome}",
                        outcome.map(LedgerRows::word).map(SqlLiteral::of).orElse("null::text"))
                .replace("${table}", SqlLiteral.of(ledger.quoted() + ".run"));
        // Last, so that nothing in it is taken for one of the others.
        return LedgerTables.upToDate(ledger) + merge.replace("${journal}", SqlLiteral.of(journal));
    }
}
