package com.fataplus.migrations.postgres;

import static com.fataplus.migrations.application.port.DatabaseScenarios.begin;
import static com.fataplus.migrations.application.port.DatabaseScenarios.doing;
import static com.fataplus.migrations.application.port.DatabaseScenarios.failure;
import static com.fataplus.migrations.application.port.DatabaseScenarios.row;
import static com.fataplus.migrations.application.port.DatabaseScenarios.script;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.LedgerConfig;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.RefusedFailure;
import com.fataplus.migrations.application.failure.ServerFailure;
import com.fataplus.migrations.application.port.LedgerFound;
import com.fataplus.migrations.application.port.LockRequest;
import com.fataplus.migrations.application.port.MigrationSession;
import com.fataplus.migrations.application.port.RunStart;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.ledger.Run;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.RunOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LedgerTablesTest extends PostgresScenarios {
    @Test
    void areNotCreatedByThoseWhoOnlyLook() {
        database().server();
        database().ledger();
        database().runs(10);

        assertThat(schemas()).doesNotContain("fata");
    }

    @Test
    void areThereAfterASession() {
        in(session -> {});

        assertThat(server().values("select relname from pg_class where relnamespace = 'fata'::regnamespace"
                        + " and relkind = 'r' order by 1"))
                .containsExactly("meta", "revision", "run", "step");
    }

    @Test
    void areNoPartOfTheSchema() {
        in(session -> assertThat(session.schema().definitions().keySet()).noneMatch(key -> key.contains("fata")));
    }

    @Test
    void standInASchemaOfAnyName() {
        var odd = new PostgresDatabase(server().config(), new LedgerConfig("Fata's \"own\" ledger."), CLOCK);

        try (MigrationSession session = open(odd)) {
            RunId run = begin(session);
            session.inTransaction(doing(transaction -> transaction.record(row(FIRST, run), script(FIRST))));

            assertThat(session.schema().definitions().keySet()).noneMatch(key -> key.contains("ledger"));
        }
        assertThat(odd.ledger().ids()).containsExactly(FIRST);
        assertThat(schemas()).contains("Fata's \"own\" ledger.");
    }

    @Test
    void areCreatedOnceByManyWhoBeginTogether() {
        List<CompletableFuture<Void>> sessions = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.runAsync(
                        () -> open(new LockRequest(LONG, "runner " + i)).close()))
                .toList();

        sessions.forEach(CompletableFuture::join);

        assertThat(server().value("select version from fata.meta")).isEqualTo(Integer.toString(LedgerTables.CURRENT));
    }

    @Test
    void sayHowTheyWereFound() {
        in(session -> assertThat(session.ledgerFound()).isEqualTo(LedgerFound.ABSENT));
        in(session -> assertThat(session.ledgerFound()).isEqualTo(LedgerFound.CURRENT));
    }

    @Test
    void ofTheFirstVersionAreReadAsTheyAre() {
        RunId run = leaveAFirstVersion();

        assertThat(database().ledger().ids()).containsExactly(FIRST);
        assertThat(database().ledger().unfinished()).map(Run::id).contains(run);
        assertThat(database().runs(1))
                .singleElement()
                .satisfies(read -> assertThat(read.tag()).isEmpty());
        assertThat(server().value("select version from fata.meta")).isEqualTo("1");
    }

    @Test
    void ofTheFirstVersionAreBroughtUpToDateByTheNextWriter() {
        RunId run = leaveAFirstVersion();

        in(session -> {
            assertThat(session.ledgerFound()).isEqualTo(LedgerFound.OLDER);
            session.journal().finish(run, RunOutcome.ABANDONED);
            session.journal()
                    .begin(new RunStart(
                            "stamp", "head", Optional.of("release 4.2"), "somebody@somewhere", "0.1.0", "auto"));
        });

        assertThat(database().runs(10).reversed())
                .extracting(Run::tag)
                .containsExactly(Optional.empty(), Optional.of("release 4.2"));
        assertThat(database().recordedScript(FIRST)).isPresent();
    }

    /** With a revision and the unfinished run that applied it. */
    private RunId leaveAFirstVersion() {
        List<RunId> runs = new ArrayList<>();
        in(session -> {
            runs.add(begin(session));
            session.inTransaction(doing(transaction -> transaction.record(row(FIRST, runs.getFirst()), script(FIRST))));
        });
        server().execute("alter table fata.run drop column tag; update fata.meta set version = 1");
        return runs.getFirst();
    }

    @Test
    void needTheRightToCreateASchema() {
        var role = server().createRole("");

        assertThat(denied(role).remedy())
                .contains("ask an administrator to run: grant create on database \"%s\" to \"%s\""
                        .formatted(server().config().database(), role.user()));
        assertThat(schemas()).doesNotContain("fata");
    }

    @Test
    void needTheRightToCreateTablesWhereTheSchemaIsThere() {
        var role = server().createRole("");
        server().execute("create schema fata");

        assertThat(denied(role).grant()).isEqualTo("grant usage, create on schema \"fata\" to \"" + role.user() + "\"");
    }

    @Test
    void areCreatedInASchemaThatAnAdministratorMade() {
        var role = server().createRole("");
        server().execute("create schema fata; grant usage, create on schema fata to \"" + role.user() + "\"");

        open(ledgerOf(role)).close();

        assertThat(server().value("select version from fata.meta")).isEqualTo(Integer.toString(LedgerTables.CURRENT));
    }

    @Test
    void areClosedToARoleWithoutRights() {
        in(session -> {});
        var role = server().createRole("");

        ServerFailure.PermissionDenied denied = failure(ServerFailure.PermissionDenied.class, ledgerOf(role)::ledger);

        assertThat(denied.grant())
                .startsWith("grant usage on schema \"fata\" to \"" + role.user() + "\"; grant select");
        server().execute(denied.grant());
        assertThat(ledgerOf(role).ledger()).isEqualTo(Ledger.EMPTY);
        try (MigrationSession session = open(ledgerOf(role))) {
            RunId run = begin(session);
            session.inTransaction(doing(transaction -> transaction.record(row(FIRST, run), script(FIRST))));
        }
    }

    @Test
    void doNotTakeTheNamesOfOthers() {
        server().execute("create schema fata; create table fata.revision (id integer)");

        RefusedFailure.NotAllowed refusal = failure(RefusedFailure.NotAllowed.class, () -> in(session -> {}));

        assertThat(refusal.code()).isEqualTo("ledger.name-taken");
        assertThat(server().values("select relname from pg_class where relnamespace = 'fata'::regnamespace"))
                .containsExactly("revision");
    }

    @Test
    void ofANewerFataAreLeftAlone() {
        in(session -> {});
        server().execute("update fata.meta set version = version + 1");

        assertThat(failure(RefusedFailure.NotAllowed.class, () -> in(session -> {}))
                        .code())
                .isEqualTo("ledger.newer");
        assertThat(failure(RefusedFailure.NotAllowed.class, database()::ledger).code())
                .isEqualTo("ledger.newer");
    }

    @Test
    void thatSomebodyAlteredAreNotTakenForEmpty() {
        in(session -> {});
        server().execute("drop table fata.revision");

        assertThat(failure(ServerFailure.QueryFailed.class, database()::ledger).sqlState())
                .isEqualTo("42P01");
    }

    private List<String> schemas() {
        return server().values("select nspname from pg_namespace");
    }

    private ServerFailure.PermissionDenied denied(ConnectionConfig role) {
        return failure(ServerFailure.PermissionDenied.class, () -> open(ledgerOf(role)));
    }

    private static PostgresDatabase ledgerOf(ConnectionConfig config) {
        return new PostgresDatabase(config, new LedgerConfig("fata"), CLOCK);
    }

    private MigrationSession open(PostgresDatabase database) {
        return database.openSession(new LockRequest(LONG, "upgrade"), new RunContext(event -> {}, cancellation()));
    }
}
