package com.fataplus.migrations.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.config.BackupConfig;
import com.fataplus.migrations.application.failure.BackupFailure;
import com.fataplus.migrations.application.failure.FailureKind;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.failure.RefusedFailure;
import com.fataplus.migrations.application.port.LockRequest;
import com.fataplus.migrations.application.port.RunStart;
import com.fataplus.migrations.domain.ledger.RunOutcome;
import com.fataplus.migrations.domain.plan.TransactionMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpgradeTest {
    private final Bench bench = new Bench();

    @Test
    void runsEachScriptAfterABackup() {
        bench.table("a").table("b", "a");

        bench.upgrade("heads");

        assertThat(bench.events.lines())
                .containsExactly(
                        "lock acquired",
                        "run 1 started",
                        "backup started",
                        "backup finished",
                        "up a started",
                        "  create table ta (id int)",
                        "up a finished",
                        "up b started",
                        "  create table tb (id int)",
                        "up b finished",
                        "run 1 finished: succeeded");
    }

    @Test
    void reportsWhereTheDatabaseWasAndIs() {
        bench.table("a").table("b", "a");

        RunReport report = bench.upgrade("a");

        assertThat(report.headsBefore()).isEmpty();
        assertThat(report.headsAfter()).isEqualTo(Bench.ids("a"));
        assertThat(bench.applied()).containsExactly("a");
    }

    @Test
    void doesNothingWhenThereIsNothingToDo() {
        bench.table("a");
        bench.upgrade("heads");

        RunReport report = bench.upgrade("heads");

        assertThat(report.run()).isEmpty();
        assertThat(bench.database.runs(10)).hasSize(1);
        assertThat(bench.backups.list()).hasSize(1);
    }

    @Test
    void commitsScriptAndLedgerRowTogether() {
        bench.table("a").table("b", "a").transaction(TransactionMode.REVISION);
        bench.database.faults().failOn("create table tb");

        Bench.failureOf(() -> bench.upgrade("heads"));

        assertThat(bench.database.statements()).doesNotContain("create table tb (id int)");
        assertThat(bench.applied()).doesNotContain("b");
    }

    @Test
    void takesNoBackupWhenToldSo() {
        bench.table("a").backup(BackupConfig.When.NEVER);

        bench.upgrade("heads");

        assertThat(bench.backups.list()).isEmpty();
    }

    @Test
    void takesABackupBeforeEachRevisionWhenToldSo() {
        bench.table("a").table("b", "a").backup(BackupConfig.When.REVISION);

        bench.upgrade("heads");

        assertThat(bench.backups.list()).hasSize(2);
    }

    @Test
    void runsNothingWhenTheBackupFails() {
        bench.table("a");
        bench.dump.failWith(new BackupFailure("backup.failed", "told to fail", Optional.empty()));

        MigrationFailure failure = Bench.failureOf(() -> bench.upgrade("heads"));

        assertThat(failure.kind()).isEqualTo(FailureKind.BACKUP_FAILED);
        assertThat(bench.database.statements()).isEmpty();
        assertThat(bench.database.runs(1).getFirst().outcome()).isEqualTo(RunOutcome.ROLLED_BACK);
    }

    @Test
    void readsEveryScriptBeforeTheFirstStatement() {
        bench.table("a").script("b", "-- migrate:up\nselect 'open;\n-- migrate:down\n", "a");

        MigrationFailure failure = Bench.failureOf(() -> bench.upgrade("heads"));

        assertThat(failure).isInstanceOf(InputFailure.ScriptsBroken.class);
        assertThat(bench.database.statements()).isEmpty();
        assertThat(bench.database.runs(1)).isEmpty();
    }

    @Test
    void refusesFilesThatWereEditedAfterTheyWereApplied() {
        bench.table("a");
        bench.upgrade("heads");
        bench.script("a", "-- migrate:up\ncreate table other ();\n-- migrate:down\ndrop table other;\n");

        MigrationFailure failure = Bench.failureOf(() -> bench.upgrade("heads"));

        assertThat(failure).isEqualTo(new RefusedFailure.Edited(Bench.ids("a")));
    }

    @Test
    void acceptsAnEditedFileByName() {
        bench.table("a");
        bench.upgrade("heads");
        bench.script("a", "-- migrate:up\ncreate table ta (id bigint);\n-- migrate:down\ndrop table ta cascade;\n");

        RunReport report = bench.useCases()
                .upgrade()
                .run(new Upgrade.Request("heads", List.of("a"), Optional.empty()), bench.context());

        assertThat(report.accepted()).isEqualTo(Bench.ids("a"));
        bench.downgrade("base");
        assertThat(bench.database.statements()).endsWith("drop table ta cascade");
    }

    @Test
    void refusesToAcceptWhatWasNotEdited() {
        bench.table("a");
        bench.upgrade("heads");

        MigrationFailure failure = Bench.failureOf(() -> bench.useCases()
                .upgrade()
                .run(new Upgrade.Request("heads", List.of("a"), Optional.empty()), bench.context()));

        assertThat(failure.code()).isEqualTo("ledger.not-edited");
    }

    @Test
    void warnsOfAppliedRevisionsThatNoFileDefines() {
        bench.table("a").table("b", "a");
        bench.upgrade("heads");
        bench.scripts.remove("b.sql");

        RunReport report = bench.upgrade("heads");

        assertThat(report.unknown()).isEqualTo(Bench.ids("b"));
        assertThat(bench.events.lines()).contains("warning ledger.unknown");
    }

    @Test
    void namesTheHeadsWhenHeadIsUncertain() {
        bench.table("a").table("b");

        MigrationFailure failure = Bench.failureOf(() -> bench.upgrade("head"));

        assertThat(failure.code()).isEqualTo("plan.several-heads");
        assertThat(failure.kind()).isEqualTo(FailureKind.REFUSED);
    }

    @Test
    void refusesABrokenGraphBeforeAnyConnection() {
        bench.table("a", "b").table("b", "a");

        MigrationFailure failure = Bench.failureOf(() -> bench.upgrade("heads"));

        assertThat(failure.code()).isEqualTo("graph.cycle");
        assertThat(bench.events.lines()).isEmpty();
    }

    @Test
    void refusesOneTransactionForAScriptThatCannotRunInOne() {
        bench.concurrentIndex("a").transaction(TransactionMode.RUN);

        MigrationFailure failure = Bench.failureOf(() -> bench.upgrade("heads"));

        assertThat(failure.code()).isEqualTo("plan.not-in-one-transaction");
        assertThat(bench.database.runs(1)).isEmpty();
    }

    @Test
    void triesAgainAfterALockTimeout() {
        bench.table("a");
        bench.database.faults().lockTimeoutsOn("create table ta", 2);

        bench.upgrade("heads");

        assertThat(bench.events.lines())
                .contains("retrying after attempt 1", "retrying after attempt 2", "run 1 finished: succeeded");
        assertThat(bench.applied()).containsExactly("a");
    }

    @Test
    void closesTheJournalOfARunThatWasKilled() {
        bench.table("a");
        try (var session = bench.database.openSession(new LockRequest(Duration.ZERO, "upgrade"), bench.context())) {
            session.journal()
                    .begin(new RunStart("upgrade", "heads", Optional.empty(), "farmer@laptop", "0.1.0", "auto"));
        }

        bench.upgrade("heads");

        assertThat(bench.events.lines()).contains("unfinished run 1 found");
        assertThat(bench.database.runs(2).getLast().outcome()).isEqualTo(RunOutcome.ABANDONED);
    }
}
