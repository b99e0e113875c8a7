package com.fataplus.migrations.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.failure.BackupFailure;
import com.fataplus.migrations.application.failure.FailureKind;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.Replacement.Clients;
import com.fataplus.migrations.application.usecase.RestoreBackup.Confirmation;
import com.fataplus.migrations.application.usecase.RestoreBackup.Consent;
import com.fataplus.migrations.application.usecase.RestoreBackup.OldDatabase;
import com.fataplus.migrations.application.usecase.RestoreBackup.Prospect;
import com.fataplus.migrations.application.usecase.RestoreBackup.Safety;
import com.fataplus.migrations.domain.ledger.Run;
import com.fataplus.migrations.domain.ledger.RunOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestoreBackupTest {
    private final Bench bench = new Bench().table("a").table("b", "a");
    private Backup backup;

    @BeforeEach
    void takeABackupAndGoOn() {
        bench.upgrade("a");
        backup = bench.useCases().takeBackup().run(new TakeBackup.Request(), bench.context());
        bench.upgrade("b");
    }

    @Test
    void bringsTheDatabaseBackToWhereTheBackupWasTaken() {
        RestoreBackup.Report report = restore(request(Clients.RESPECT));

        assertThat(bench.applied()).containsExactly("a");
        assertThat(report.heads()).isEqualTo(Bench.ids("a"));
        assertThat(lastRun().outcome()).isEqualTo(RunOutcome.SUCCEEDED);
        assertThat(lastRun().backup()).isEqualTo(report.safety().map(Backup::name));
    }

    @Test
    void theDatabaseBeforeStaysUnderAnotherName() {
        RestoreBackup.Report report = restore(request(Clients.RESPECT));

        assertThat(report.aside()).contains("fataplus_dev_before_20261122_093000");
        assertThat(bench.newDatabases.names()).containsExactly("fataplus_dev_before_20261122_093000");
    }

    @Test
    void theDatabaseBeforeGoesWhereNobodyWantsIt() {
        RestoreBackup.Report report = restore(new RestoreBackup.Request(
                backup.name(), Clients.RESPECT, Safety.NONE, OldDatabase.DROP, prospect -> Consent.GIVEN));

        assertThat(report.aside()).isEmpty();
        assertThat(report.safety()).isEmpty();
        assertThat(bench.newDatabases.names()).isEmpty();
    }

    @Test
    void whoeverIsAskedKnowsWhatWillBeGone() {
        List<Prospect> asked = new ArrayList<>();

        failureOf(confirming(prospect -> {
            asked.add(prospect);
            return Consent.REFUSED;
        }));

        assertThat(asked).singleElement().satisfies(prospect -> {
            assertThat(prospect.manifest()).contains(backup);
            assertThat(prospect.heads()).isEqualTo(Bench.ids("b"));
        });
    }

    @Test
    void withoutConsentNothingHappens() {
        MigrationFailure failure = failureOf(confirming(prospect -> Consent.REFUSED));

        assertThat(failure.code()).isEqualTo("restore.not-confirmed");
        assertThat(failure.kind()).isEqualTo(FailureKind.REFUSED);
        assertThat(lastRun().command()).isEqualTo("upgrade");
    }

    @Test
    void othersWhoAreConnectedAreNamed() {
        bench.database.connect("pid 4711 (user farmer)");

        MigrationFailure failure = failureOf(request(Clients.RESPECT));

        assertThat(failure.code()).isEqualTo("restore.in-use");
        assertThat(failure.summary()).contains("pid 4711");
        assertThat(failure.remedy().orElseThrow()).contains("--terminate");
        assertThat(bench.applied()).containsExactly("a", "b");
    }

    @Test
    void othersAreSentAwayWhereThatIsAskedFor() {
        bench.database.connect("pid 4711 (user farmer)");

        restore(request(Clients.TERMINATE));

        assertThat(bench.applied()).containsExactly("a");
    }

    @Test
    void whatStandsInTheWayIsNamedBeforeAnythingHappens() {
        bench.database.obstruct("role anna may not create databases: alter role anna createdb");

        MigrationFailure failure = failureOf(request(Clients.RESPECT));

        assertThat(failure.code()).isEqualTo("restore.impossible");
        assertThat(failure.summary()).contains("alter role anna createdb");
        assertThat(lastRun().command()).isEqualTo("upgrade");
    }

    @Test
    void aDamagedBackupIsRefused() {
        bench.backups.damage(backup.name());

        assertThat(failureOf(request(Clients.RESPECT)).code()).isEqualTo("restore.damaged");
    }

    @Test
    void aRestoreThatFailsLeavesTheDatabaseAsItWas() {
        bench.dump.failToRestoreWith(new BackupFailure("restore.failed", "told to fail", Optional.empty()));

        MigrationFailure failure = failureOf(request(Clients.RESPECT));

        assertThat(failure.kind()).isEqualTo(FailureKind.TAKEN_BACK);
        assertThat(failure.summary()).contains("told to fail", "as it was before");
        assertThat(bench.applied()).containsExactly("a", "b");
        assertThat(bench.newDatabases.names()).isEmpty();
        assertThat(lastRun().outcome()).isEqualTo(RunOutcome.ROLLED_BACK);
    }

    @Test
    void whatIsNotWhatWasBackedUpIsNotPutInThePlace() {
        Backup lying = SampleBackups.copy(
                backup, "2026-11-22T11:00:00Z", "0".repeat(64), bench.backups.content(backup.name()), bench.backups);

        MigrationFailure failure = failureOf(new RestoreBackup.Request(
                lying.name(), Clients.RESPECT, Safety.NONE, OldDatabase.KEEP, prospect -> Consent.GIVEN));

        assertThat(failure.code()).isEqualTo("restore.differs");
        assertThat(failure.kind()).isEqualTo(FailureKind.TAKEN_BACK);
        assertThat(bench.applied()).containsExactly("a", "b");
    }

    @Test
    void noSafetyBackupNoRestore() {
        bench.dump.failWith(new BackupFailure("backup.failed", "told to fail", Optional.empty()));

        MigrationFailure failure = failureOf(request(Clients.RESPECT));

        assertThat(failure.kind()).isEqualTo(FailureKind.BACKUP_FAILED);
        assertThat(bench.applied()).containsExactly("a", "b");
        assertThat(lastRun().outcome()).isEqualTo(RunOutcome.ROLLED_BACK);
    }

    private RestoreBackup.Request request(Clients clients) {
        return new RestoreBackup.Request(
                backup.name(), clients, Safety.BACKUP, OldDatabase.KEEP, prospect -> Consent.GIVEN);
    }

    private RestoreBackup.Request confirming(Confirmation confirmation) {
        return new RestoreBackup.Request(backup.name(), Clients.RESPECT, Safety.BACKUP, OldDatabase.KEEP, confirmation);
    }

    private RestoreBackup.Report restore(RestoreBackup.Request request) {
        return bench.useCases().restoreBackup().run(request, bench.context());
    }

    private MigrationFailure failureOf(RestoreBackup.Request request) {
        return Bench.failureOf(() -> restore(request));
    }

    private Run lastRun() {
        return bench.database.runs(1).getFirst();
    }
}
