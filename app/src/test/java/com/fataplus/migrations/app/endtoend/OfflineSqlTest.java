package com.fataplus.migrations.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.app.FataInProcess;
import com.fataplus.migrations.app.FataInProcess.Result;
import com.fataplus.migrations.application.config.LedgerConfig;
import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.port.LockRequest;
import com.fataplus.migrations.application.port.MigrationSession;
import com.fataplus.migrations.postgres.PostgresDatabase;
import com.fataplus.migrations.postgres.server.PostgresServer;
import com.fataplus.migrations.postgres.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.jr.ob.JSON;

/** What psql does with a script is what fata does itself. */
@ExtendWith(PostgresServer.class)
class OfflineSqlTest {
    private TestDatabase database;
    private FataInProcess fata;
    private PsqlClient psql;

    @BeforeEach
    void layOutAHistory(TestDatabase given, @TempDir Path folder) {
        database = given;
        psql = new PsqlClient(folder, given.config());
        fata = FataInProcess.in(folder, given.config())
                .revision("quotes", "", Histories.QUOTES)
                .revision("copy", "quotes", Histories.COPY)
                .revision("settings", "copy", Histories.SETTINGS)
                .revision("alone", "settings", Histories.STATEMENT_BY_STATEMENT)
                .revision("last", "alone", Histories.LIMITS);
        empty();
    }

    @ParameterizedTest
    @CsvSource({
        "base,     heads,    auto",
        "base,     settings, run",
        "base,     settings, revision",
        "copy,     heads,    auto",
        "settings, alone,    auto",
        "alone,    +1,       run"
    })
    void anUpgradeLeavesTheSameSchemaAndTheSameLedger(String from, String to, String transaction) {
        goTo(from);
        performed("upgrade", to, "--no-backup", "--transaction", transaction, "--tag", "release '4.2'");
        List<String> online = everything();
        empty();
        goTo(from);

        perform(script("upgrade", from + ":" + to, "--transaction", transaction, "--tag", "release '4.2'"));

        assertThat(everything()).isEqualTo(online);
    }

    @ParameterizedTest
    @CsvSource({"heads, base", "heads, copy", "heads, -1", "settings, quotes", "settings, base"})
    void aDowngradeLeavesTheSameSchemaAndTheSameLedger(String from, String to) {
        goTo(from);
        performed("downgrade", to, "--no-backup");
        List<String> online = everything();
        empty();
        goTo(from);

        perform(script("downgrade", from + ":" + to));

        assertThat(everything()).isEqualTo(online);
    }

    @ParameterizedTest
    @CsvSource({"base, heads", "copy, alone", "alone, copy", "heads, base"})
    void aStampLeavesTheSameLedger(String from, String to) {
        goTo(from);
        performed("stamp", to, "--tag", "by hand");
        List<String> online = everything();
        empty();
        goTo(from);

        perform(script("stamp", from + ":" + to, "--tag", "by hand"));

        assertThat(everything()).isEqualTo(online);
    }

    @Test
    void ensureVersionCreatesTheSameLedger() {
        performed("ensure-version");
        List<String> online = everything();
        empty();

        perform(script("ensure-version"));

        assertThat(everything()).isEqualTo(online);
        perform(script("ensure-version"));
        assertThat(fata.type("ensure-version").out()).startsWith("nothing to do");
    }

    @Test
    void fataGoesOnFromWhatAScriptDid() {
        perform(script("upgrade", ":settings"));

        assertThat(fata.type("current").out()).startsWith("settings");
        assertThat(fata.type("validate").exitCode()).isZero();
        performed("upgrade", "--no-backup");
        performed("downgrade", "base", "--no-backup");
        assertThat(database.values("select id from fata.revision")).isEmpty();
    }

    @Test
    void aScriptBringsAnOlderLedgerUpToDate() {
        goTo("copy");
        database.execute("alter table fata.run drop column tag; update fata.meta set version = 1");

        perform(script("upgrade", "copy:settings", "--tag", "release 4.2"));

        assertThat(database.values("select tag from fata.run order by id")).containsExactly(null, "release 4.2");
        assertThat(fata.type("ensure-version").out()).startsWith("nothing to do");
    }

    @Test
    void aScriptClosesARunThatWasKilled() {
        goTo("copy");
        database.execute("insert into fata.run (command, target, operator, tool_version, policy, started_at)"
                + " values ('upgrade', 'heads', 'somebody', '0', 'auto', now())");

        perform(script("upgrade", "copy:settings"));

        assertThat(database.values("select outcome from fata.run order by id"))
                .containsExactly("succeeded", "abandoned", "succeeded");
    }

    @ParameterizedTest
    @CsvSource({
        "base,     copy is applied; quotes is applied",
        "quotes,   copy is applied",
        "settings, settings is not applied"
    })
    void aScriptRefusesADatabaseThatIsElsewhere(String from, String why) {
        goTo("copy");
        List<String> before = everything();

        Result result = psql.run(script("upgrade", from + ":heads"));

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err())
                .contains("this script begins at " + from)
                .contains(why)
                .contains("HINT:");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void aScriptRefusesARevisionThatWasEdited() {
        goTo("copy");
        fata.revision("quotes", "", Histories.QUOTES.replace("plot", "field"));

        assertThat(psql.run(script("upgrade", "copy:heads")).err()).contains("quotes was edited");
    }

    @Test
    void aRefusedScriptDoesNotEvenCreateTheLedger() {
        assertThat(psql.run(script("upgrade", "copy:heads")).exitCode()).isEqualTo(3);

        assertThat(database.values("select nspname from pg_namespace where nspname = 'fata'"))
                .isEmpty();
    }

    @Test
    void aScriptRefusesTheLedgerOfANewerFata() {
        goTo("copy");
        database.execute("update fata.meta set version = version + 1");

        assertThat(psql.run(script("upgrade", "copy:heads")).err()).contains("newer fata");
    }

    @Test
    void aScriptWaitsForTheLockAndSaysWhoHasIt() {
        try (MigrationSession session = open()) {
            assertThat(session.ledger().applied()).isEmpty();

            Result result = psql.run(script("upgrade", "heads", "--lock-wait", "0s"));

            assertThat(result.exitCode()).isEqualTo(3);
            assertThat(result.err()).contains("another run has the lock: pid ").contains("fata a test");
        }
    }

    @Test
    void aScriptHasTheLockWhileItRuns() throws Exception {
        goTo("copy");
        try (Connection reader = database.connect()) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("lock table plot");
            String script = script("upgrade", "copy:settings", "--lock-timeout", "4s");
            Thread runner = Thread.startVirtualThread(() -> psql.run(script));
            await("the script waits for the table", () -> database.value("""
                            select count(*) from pg_stat_activity
                             where wait_event_type = 'Lock' and datname = current_database()
                            """).equals("1"));

            assertThat(fata.type("upgrade", "--lock-wait", "0s").exitCode()).isEqualTo(6);

            reader.rollback();
            runner.join();
        }
        assertThat(fata.type("current").out()).startsWith("settings");
    }

    @Test
    void aFailedScriptLeavesNothingOfItsTransaction() {
        goTo("copy");
        fata.revision("broken", "last", "-- migrate:up\nselect 1 / 0;\n-- migrate:down\n");

        Result result = psql.run(script("upgrade", "copy:broken", "--transaction", "revision"));

        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.err()).contains("division by zero");
        assertThat(database.values("select id from fata.revision order by position"))
                .endsWith("last");
        performed("downgrade", "-1", "--no-backup");
    }

    @Test
    void whatIsWrongIsSaidBeforeAnythingIsPrinted() {
        fata.revision("open", "last", "-- migrate:up transaction:false\nbegin;\nselect 1;\n-- migrate:down\n");

        for (List<String> wrong : List.of(
                List.of("upgrade", "heads", "--sql"),
                List.of("upgrade", "nowhere:heads", "--sql"),
                List.of("upgrade", "current:heads", "--sql"),
                List.of("upgrade", "a:b:c", "--sql"),
                List.of("upgrade", ":last", "--sql", "--transaction", "run"),
                List.of("downgrade", "base", "--sql"),
                List.of("downgrade", "heads:", "--sql"),
                List.of("stamp", "--sql", "copy:last", "quotes:copy"))) {
            Result result = fata.type(wrong.toArray(String[]::new));

            assertThat(result.exitCode()).as(wrong.toString()).isIn(2, 9);
            assertThat(result.out()).as(wrong.toString()).isEmpty();
            assertThat(result.err()).as(wrong.toString()).contains("fix: ");
        }
    }

    @Test
    void needsNoDatabase() {
        fata.set("POSTGRES_PORT", "1");

        assertThat(fata.type("upgrade", "--sql").exitCode()).isZero();
    }

    @Test
    void jsonHoldsTheScript() throws Exception {
        Result result = fata.type("upgrade", ":copy", "--sql", "--output", "json");

        Map<?, ?> report = (Map<?, ?>) JSON.std.mapFrom(result.out()).get("result");
        perform((String) report.get("script"));
        assertThat(report.get("headsAfter")).isEqualTo(List.of("copy"));
    }

    private String script(String... words) {
        Result result =
                fata.type(Stream.concat(Stream.of(words), Stream.of("--sql")).toArray(String[]::new));
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result.out();
    }

    private void perform(String script) {
        Result result = psql.run(script);
        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.err()).doesNotContain("WARNING");
    }

    private void performed(String... words) {
        Result result = fata.type(words);
        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    private void goTo(String place) {
        if (!place.equals("base")) {
            performed("upgrade", place, "--no-backup");
        }
    }

    private void empty() {
        database.execute("drop schema if exists fata cascade; drop schema public cascade; create schema public");
    }

    private MigrationSession open() {
        return new PostgresDatabase(database.config(), new LedgerConfig("fata"), Clock.systemUTC())
                .openSession(new LockRequest(Duration.ZERO, "a test"), new RunContext(event -> {}, new Cancellation()));
    }

    /** Schema, rows, ledger and the ledger's own tables, but for numbers, times and what policy was asked for. */
    private List<String> everything() {
        List<String> everything = new ArrayList<>();
        try (MigrationSession session = open()) {
            session.schema().definitions().forEach((name, definition) -> everything.add(name + " " + definition));
        }
        Histories.LOOK.forEach(query -> everything.addAll(database.values(query)));
        return everything;
    }

    private static void await(String what, BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(deadline);
        }
    }
}
