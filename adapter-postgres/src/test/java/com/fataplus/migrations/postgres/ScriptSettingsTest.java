package com.fataplus.migrations.postgres;

import static com.fataplus.migrations.application.port.DatabaseScenarios.begin;
import static com.fataplus.migrations.application.port.DatabaseScenarios.doing;
import static com.fataplus.migrations.application.port.DatabaseScenarios.failure;
import static com.fataplus.migrations.application.port.DatabaseScenarios.ignoring;
import static com.fataplus.migrations.application.port.DatabaseScenarios.row;
import static com.fataplus.migrations.application.port.DatabaseScenarios.step;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.LedgerConfig;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.RunFailure;
import com.fataplus.migrations.application.port.LockRequest;
import com.fataplus.migrations.application.port.MigrationSession;
import com.fataplus.migrations.application.port.SectionRun;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.StepState;
import com.fataplus.migrations.domain.script.Direction;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script sets is gone before the next, whichever way it ends. */
class ScriptSettingsTest extends PostgresScenarios {
    /** Fails where anything is left of what {@link #SET} does. */
    private static final String CHECK = """
            do $$
            begin
                assert current_setting('search_path') = '"$user", public', 'search_path';
                assert current_setting('work_mem') = '4MB', 'work_mem';
                assert current_setting('my.own', true) is null or current_setting('my.own') = '', 'a setting of its own';
                assert current_setting('default_transaction_read_only') = 'off', 'read only';
                assert current_setting('default_transaction_isolation') = 'read committed', 'isolation';
                assert current_setting('role') = 'none', 'role';
                assert session_user <> 'pg_monitor', 'session authorization';
                assert to_regclass('pg_temp.scrap') is null, 'temporary table';
                assert not exists (select from pg_prepared_statements), 'prepared statement';
                assert not exists (select from pg_cursors where name = 'held'), 'cursor';
            end
            $$;
            """;

    private static final String SET = """
            create temporary table scrap ();
            prepare question as select 1;
            declare held cursor with hold for select 1;
            set search_path = pg_catalog;
            select set_config('work_mem', '7MB', false);
            set my.own = 'thing';
            set session characteristics as transaction isolation level serializable;
            set default_transaction_read_only = on;
            set local lock_timeout = '5s';
            set session authorization pg_monitor;
            set role pg_monitor;
            """;

    @Test
    void areGoneBeforeTheNextTransaction() {
        in(session -> {
            commit(session, section(SET));

            commit(session, section(CHECK));
        });
    }

    @Test
    void areGoneBeforeTheNextSectionOfTheSameTransaction() {
        in(session -> commit(session, section(SET), section(CHECK)));
    }

    @Test
    void areGoneAfterAFailure() {
        in(session -> {
            refused(session, section(SET), section("select 1 / 0;"));

            commit(session, section(CHECK));
        });
    }

    @Test
    void areGoneAfterASectionWithoutTransaction() {
        in(session -> {
            alone(session, section(SET));

            commit(session, section(CHECK));
        });
    }

    @Test
    void areGoneAfterASectionWithoutTransactionFailed() {
        in(session -> {
            failed(session, section(SET + "select 1 / 0;"));

            commit(session, section(CHECK));
        });
    }

    @Test
    void holdWithinASectionWithoutTransaction() {
        in(session -> alone(session, section("""
                set search_path = pg_catalog;
                do $$ begin assert current_setting('search_path') = 'pg_catalog', 'gone'; end $$;
                """)));
    }

    @Test
    void doNotTouchTheLedger() {
        in(session -> {
            RunId run = begin(session);

            session.inTransaction(doing(transaction -> {
                transaction.run(section(SET), ignoring());
                transaction.record(row(FIRST, run), scriptOf(SET));
            }));

            assertThat(session.ledger().ids()).containsExactly(FIRST);
        });
    }

    @Test
    void doNotTouchTheJournalBetweenTwoStatements() {
        in(session -> {
            RunId run = begin(session);

            session.outsideTransaction(
                    section(SET),
                    (index, statement, took) -> session.journal()
                            .step(run, step(FIRST, Direction.UP), StepState.STARTED, index + 1, Optional.empty()));

            assertThat(session.steps(run)).hasSize(11);
        });
    }

    @Test
    void doNotTouchTheNextStatementWhenTheJournalIsWritten() {
        in(session -> {
            RunId run = begin(session);

            session.outsideTransaction(
                    section("""
                            set role pg_monitor;
                            do $$ begin assert current_user = 'pg_monitor', current_user; end $$;
                            """),
                    (index, statement, took) -> session.journal()
                            .step(run, step(FIRST, Direction.UP), StepState.STARTED, index + 1, Optional.empty()));

            assertThat(session.steps(run)).hasSize(2);
        });
    }

    @Test
    void limitEachStatementAsAskedFor() {
        SectionRun limited = new SectionRun(
                scriptOf("do $$ begin assert current_setting('lock_timeout') = '1500ms';"
                                + " assert current_setting('statement_timeout') = '1min'; end $$;")
                        .up(),
                0,
                Duration.ofMillis(1500),
                Optional.of(Duration.ofMinutes(1)));
        in(session -> {
            commit(session, limited);
            alone(session, limited);

            commit(
                    session,
                    section("do $$ begin assert current_setting('lock_timeout') = '0';"
                            + " assert current_setting('statement_timeout') = '0'; end $$;"));
        });
    }

    @Test
    void keepTheDatabasesOwnStatementTimeout() {
        server().execute("alter database " + server().config().database() + " set statement_timeout = '7min'");

        in(session ->
                commit(session, section("do $$ begin assert current_setting('statement_timeout') = '7min'; end $$;")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Indian/Antananarivo", "UTC", "<+03>-03"})
    void keepTheDatabasesOwnTimeZone(String zone) {
        server().execute("alter database %s set timezone = '%s'"
                .formatted(server().config().database(), zone));

        in(session -> commit(
                session,
                section("set timezone = 'America/New_York';"),
                section("do $$ begin assert current_setting('timezone') = '%s', current_setting('timezone'); end $$;"
                        .formatted(zone))));
    }

    @Test
    void preferTheRolesTimeZoneInThisDatabase() {
        var role = server().createRole("superuser");
        String name = server().config().database();
        server().execute("alter database %s set timezone = 'UTC'".formatted(name));
        server().execute("alter role \"%s\" in database %s set timezone = 'Indian/Antananarivo'"
                .formatted(role.user(), name));
        var database = new PostgresDatabase(role, new LedgerConfig("fata"), CLOCK);

        try (MigrationSession session =
                database.openSession(new LockRequest(LONG, "upgrade"), new RunContext(event -> {}, cancellation()))) {
            commit(session, section("do $$ begin assert current_setting('timezone') = 'Indian/Antananarivo'; end $$;"));
        }
    }

    /** As where people log in with their own names, and the objects belong to one role. */
    @Test
    void goBackToTheRoleThatWasAskedForWhenConnecting() {
        var owner = server().createRole("");
        server().execute("grant create on database %s to \"%s\""
                .formatted(server().config().database(), owner.user()));
        var config = server().config();
        var database = new PostgresDatabase(
                new ConnectionConfig(
                        config.host(),
                        config.port(),
                        config.database(),
                        config.user(),
                        config.password(),
                        Map.of("options", "-c role=" + owner.user().replace(" ", "\\ ")),
                        config.connectTimeout()),
                new LedgerConfig("fata"),
                CLOCK);

        try (MigrationSession session =
                database.openSession(new LockRequest(LONG, "upgrade"), new RunContext(event -> {}, cancellation()))) {
            RunId run = begin(session);
            commit(session, section("reset role; set role pg_monitor;"));
            commit(session, section("do $$ begin assert current_user = '%s'; end $$;".formatted(owner.user())));
            session.outsideTransaction(
                    section("set role pg_monitor;"),
                    (index, statement, took) -> session.journal()
                            .step(run, step(FIRST, Direction.UP), StepState.STARTED, index + 1, Optional.empty()));

            assertThat(session.steps(run)).hasSize(1);
        }
        assertThat(server().value("select relowner::regrole::text from pg_class where oid = 'fata.run'::regclass"))
                .isEqualTo('"' + owner.user() + '"');
        server().execute("drop schema fata cascade; drop owned by \"" + owner.user() + "\"");
    }

    private static void failed(MigrationSession session, SectionRun section) {
        failure(RunFailure.StatementFailed.class, () -> alone(session, section));
    }
}
