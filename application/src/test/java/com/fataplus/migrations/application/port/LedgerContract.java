package com.fataplus.migrations.application.port;

import static com.fataplus.migrations.application.port.DatabaseScenarios.begin;
import static com.fataplus.migrations.application.port.DatabaseScenarios.doing;
import static com.fataplus.migrations.application.port.DatabaseScenarios.failure;
import static com.fataplus.migrations.application.port.DatabaseScenarios.parsed;
import static com.fataplus.migrations.application.port.DatabaseScenarios.row;
import static com.fataplus.migrations.application.port.DatabaseScenarios.script;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.script.MigrationScript;
import com.fataplus.migrations.domain.script.Undo;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link Transaction} does with the ledger. */
interface LedgerContract extends DatabaseScenarios {
    @Test
    default void refusesToRecordARevisionTwice() {
        in(session -> {
            RunId run = begin(session);
            session.inTransaction(doing(transaction -> transaction.record(row(FIRST, run), script(FIRST))));

            MigrationFailure refusal = failure(
                    MigrationFailure.class,
                    () -> session.inTransaction(
                            doing(transaction -> transaction.record(row(FIRST, run), script(FIRST)))));

            assertThat(refusal.code()).isEqualTo("ledger.already-applied");
            assertThat(session.ledger().applied()).hasSize(1);
        });
    }

    @Test
    default void refusesToForgetWhatIsNotApplied() {
        in(session -> {
            RunId run = begin(session);

            MigrationFailure refusal = failure(
                    MigrationFailure.class,
                    () -> session.inTransaction(doing(transaction -> transaction.forget(FIRST, run))));

            assertThat(refusal.code()).isEqualTo("ledger.not-applied");
        });
    }

    @Test
    default void forgetsARevisionUntilItIsRecordedAgain() {
        in(session -> {
            RunId run = begin(session);
            session.inTransaction(doing(transaction -> transaction.record(row(FIRST, run), script(FIRST))));
            session.inTransaction(doing(transaction -> transaction.forget(FIRST, run)));
            assertThat(database().ledger().applied()).isEmpty();

            session.inTransaction(doing(transaction -> transaction.record(row(FIRST, run), script(FIRST))));

            assertThat(database().ledger().ids()).containsExactly(FIRST);
        });
    }

    @Test
    default void keepsTheScriptAsItWasApplied() {
        in(session -> {
            RunId run = begin(session);
            MigrationScript script = script(
                    FIRST,
                    "-- récolte 水田 \uD83C\uDF3E\ncreate table farm (id integer);\n\nselect '$1 \\ ${x}';",
                    "drop table farm;");

            session.inTransaction(doing(transaction -> transaction.record(row(FIRST, run, script), script)));

            MigrationScript recorded = database().recordedScript(FIRST).orElseThrow();
            assertThat(recorded.checksum()).isEqualTo(script.checksum());
            assertThat(recorded.up().text()).isEqualTo(script.up().text());
            assertThat(recorded.down().text()).isEqualTo(script.down().text());
            assertThat(session.recordedScript(FIRST)).contains(recorded);
        });
    }

    @Test
    default void keepsTheValuesOfPlaceholdersAndTheChecksumOfTheFile() {
        in(session -> {
            RunId run = begin(session);
            MigrationScript script = parsed(
                    FIRST,
                    "-- migrate:up\ncreate schema ${name};\n\n-- migrate:down\ndrop schema ${name};\n",
                    Map.of("name", "farm"));

            session.inTransaction(doing(transaction -> transaction.record(row(FIRST, run, script), script)));

            MigrationScript recorded = database().recordedScript(FIRST).orElseThrow();
            assertThat(recorded.down().text()).isEqualTo("-- migrate:down\ndrop schema farm;\n");
            assertThat(recorded.checksum()).isEqualTo(script.checksum());
        });
    }

    @Test
    default void keepsThatAScriptIsIrreversible() {
        in(session -> {
            RunId run = begin(session);
            MigrationScript script =
                    parsed(FIRST, "-- migrate:up\nselect 1;\n\n-- migrate:down irreversible: the rows are gone\n");

            session.inTransaction(doing(transaction -> transaction.record(row(FIRST, run), script)));

            assertThat(database().recordedScript(FIRST).orElseThrow().down())
                    .isInstanceOfSatisfying(
                            Undo.Irreversible.class,
                            undo -> assertThat(undo.reason()).isEqualTo("the rows are gone"));
        });
    }

    @Test
    default void hasNoScriptOfAForgottenRevision() {
        in(session -> {
            RunId run = begin(session);
            session.inTransaction(doing(transaction -> transaction.record(row(FIRST, run), script(FIRST))));
            session.inTransaction(doing(transaction -> transaction.forget(FIRST, run)));

            assertThat(database().recordedScript(FIRST)).isEmpty();
        });
    }
}
