package com.fataplus.migrations.postgres;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.domain.ledger.AppliedRevision;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.time.Duration;
import java.util.List;

/** What a script does before it changes anything: takes the lock, and looks whether it is in the right place. */
record OfflineGuard(LedgerSchema ledger) {
    /** {@code ledger_found} is the version of the ledger, 0 where there is none. */
    private static final String BEGIN = """
            declare
                ledger_found integer := 0;
                differences text;
            begin
                if pg_catalog.current_setting('server_version_num')::integer < %d0000 then
                    raise exception 'fata needs PostgreSQL %d or newer, and this is %%', pg_catalog.current_setting('server_version');
                end if;
                if pg_catalog.to_regclass(%s) is not null then
                    select version into ledger_found from ledger.meta;
                end if;
                if ledger_found > %d then
                    raise exception 'the ledger has version %%, and this script knows %d at most', ledger_found
                          using hint = 'write the script anew with the newer fata that made the ledger';
                end if;
            """;

    private static final String COMPARE = """
                select string_agg(difference, '; ' order by difference) into differences
                  from (select case
                                 when applied.id is null then assumed.id || ' is not applied'
                                 when assumed.id is null then applied.id || ' is applied'
                                 else applied.id || ' was edited after it had been applied'
                               end as difference
                          from ledger.revision applied
                          full join (%s) assumed on assumed.id = applied.id
                         where assumed.checksum is distinct from applied.checksum) as found;
                if differences is not null then
                    raise exception using
                        errcode = 'object_not_in_prerequisite_state',
                        message = %s || differences,
                        hint = 'see where it is: fata current; then write the script anew from there: --sql FROM:TO';
                end if;
            """;

    /** As every command that gets the lock does: whoever began the unfinished run is gone. */
    private static final String CLOSE_UNFINISHED = """
                update ledger.run set outcome = 'abandoned', finished_at = clock_timestamp() where finished_at is null;
            """;

    OfflineGuard {
        requireNonNull(ledger, "ledger");
    }

    /** Each attempt is a transaction of its own: somebody's CREATE INDEX CONCURRENTLY would wait for one that lasts. */
    String lock(Duration patience) {
        return block("""
            declare
                give_up timestamptz := clock_timestamp() + interval '%1$d milliseconds';
                holder text;
            begin
                while not pg_catalog.pg_try_advisory_lock(%2$d) loop
                    if clock_timestamp() >= give_up then
                        select string_agg('pid ' || lock.pid || coalesce(
                                   ', ' || session.usename || ', ' || session.application_name || ', since ' || session.backend_start, ''), '; ')
                          into holder
                          from pg_catalog.pg_locks lock
                          join pg_catalog.pg_database on pg_database.oid = lock.database and datname = current_database()
                          left join pg_catalog.pg_stat_activity session on session.pid = lock.pid
                         where lock.locktype = 'advisory' and lock.objsubid = 1 and lock.granted
                           and (lock.classid::bigint << 32 | lock.objid::bigint) = %2$d;
                        raise exception using
                            errcode = 'lock_not_available',
                            message = 'another run has the lock: ' || coalesce(holder, 'it ended just now'),
                            hint = 'wait until it has ended, then run this script again';
                    end if;
                    commit;
                    perform pg_catalog.pg_sleep(0.2 + 0.3 * random());
                end loop;
            end
            """.formatted(patience.toMillis(), ledger.lockKey()));
    }

    String unlock() {
        return block("begin perform pg_catalog.pg_advisory_unlock(%d); end".formatted(ledger.lockKey()));
    }

    /** Makes the ledger what this fata needs. */
    String preparation() {
        return block(looked() + bringUp() + "end\n");
    }

    /** Does the same, and refuses where the ledger is not as it is assumed to be; then nothing was changed at all. */
    String guard(Ledger assumed) {
        String begins = "this script begins at " + place(assumed.heads()) + ", and the database does not: ";
        return block(looked() + bringUp()
                + ledger.in(COMPARE).formatted(rows(assumed.applied()), SqlLiteral.of(begins))
                + ledger.in(CLOSE_UNFINISHED) + "end\n");
    }

    private String looked() {
        return ledger.in(BEGIN)
                .formatted(
                        ServerProbe.OLDEST_MAJOR,
                        ServerProbe.OLDEST_MAJOR,
                        SqlLiteral.of(ledger.quoted() + ".meta"),
                        LedgerTables.CURRENT,
                        LedgerTables.CURRENT);
    }

    private String bringUp() {
        StringBuilder work = new StringBuilder();
        work.append("    if pg_catalog.to_regnamespace(%1$s) is null then\n        create schema %2$s;\n    end if;\n"
                .formatted(SqlLiteral.of(ledger.quoted()), ledger.quoted()));
        for (int version = 0; version < LedgerTables.CURRENT; version++) {
            work.append("    if ledger_found < %d then\n".formatted(version + 1))
                    .append(LedgerTables.step(ledger, version).strip().indent(8).replaceAll("(?m)^ +$", ""))
                    .append("    end if;\n");
        }
        return work.append(ledger.in("    update ledger.meta set version = %1$d where version < %1$d;\n")
                        .formatted(LedgerTables.CURRENT))
                .toString();
    }

    private static String rows(List<AppliedRevision> applied) {
        return applied.isEmpty()
                ? "select null::text as id, null::text as checksum where false"
                : applied.stream()
                        .map(row -> "(" + SqlLiteral.of(row.id().value()) + ", "
                                + SqlLiteral.of(row.checksum().value()) + ")")
                        .collect(joining(",\n            ", "values ", ""))
                        .transform(values -> "select * from (" + values + ") as row (id, checksum)");
    }

    private static String place(List<RevisionId> heads) {
        return heads.isEmpty() ? "base" : heads.stream().map(RevisionId::value).collect(joining(", "));
    }

    private static String block(String body) {
        return "do " + SqlLiteral.dollarQuoted("fata", "\n" + body.stripTrailing() + "\n") + ";";
    }
}
