package com.fataplus.migrations.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.failure.BackupFailure;
import com.fataplus.migrations.application.failure.FailureKind;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.BackupCheck;
import com.fataplus.migrations.application.port.BackupCheck.Depth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifyBackupTest {
    private final Bench bench = new Bench().table("a").table("b", "a");
    private Backup backup;

    @BeforeEach
    void takeABackup() {
        bench.upgrade("a");
        backup = bench.useCases().takeBackup().run(new TakeBackup.Request(), bench.context());
    }

    @Test
    void aBackupIsSoundWhenItsBytesAreThoseThatWereWritten() {
        VerifyBackup.Report report = verify(backup.name(), Depth.READ);

        assertThat(report.isSound()).isTrue();
        assertThat(report.checked()).extracting(VerifyBackup.Checked::name).containsExactly(backup.name());
    }

    @Test
    void otherBytesAreFound() {
        bench.backups.damage(backup.name());

        VerifyBackup.Report report = verify(backup.name(), Depth.READ);

        assertThat(report.isSound()).isFalse();
        assertThat(problems(report)).singleElement().asString().contains(backup.name(), "other bytes");
    }

    @Test
    void aDumpWithoutAnEndIsFound() {
        Backup foreign = SampleBackups.taken("2026-11-22T10:00:00Z", bench.backups);

        assertThat(problems(verify(foreign.name(), Depth.READ)))
                .singleElement()
                .asString()
                .contains(foreign.name());
    }

    @Test
    void restoringBringsTheSameSchemaAndRevision() {
        bench.upgrade("b");

        VerifyBackup.Report report = verify(backup.name(), Depth.RESTORED);

        assertThat(report.isSound()).isTrue();
        assertThat(bench.applied()).containsExactly("a", "b");
        assertThat(bench.newDatabases.names()).isEmpty();
    }

    @Test
    void anotherSchemaThanTheManifestsIsFound() {
        Backup lying = lying(backup);

        assertThat(problems(verify(lying.name(), Depth.RESTORED)))
                .singleElement()
                .asString()
                .contains("another schema", "0".repeat(64));
    }

    @Test
    void aRestoreThatFailsIsFound() {
        bench.dump.failToRestoreWith(new BackupFailure(
                "restore.failed", "role \"anna\" does not exist", Optional.of("create role \"anna\"")));

        VerifyBackup.Report report = verify(backup.name(), Depth.RESTORED);

        assertThat(problems(report)).singleElement().asString().contains("anna", "fix: create role");
        assertThat(bench.newDatabases.names()).isEmpty();
    }

    @Test
    void aRoleThatMayCreateNoDatabaseIsAFailureAndNoVerdict() {
        bench.newDatabases.forbid("alter role fataplus_user createdb");

        assertThat(Bench.failureOf(() -> verify(backup.name(), Depth.RESTORED)).remedy())
                .get()
                .asString()
                .contains("createdb");
        assertThat(bench.backups.list().getFirst().checked()).isEmpty();
    }

    @Test
    void theManifestKeepsWhatCameOfIt() {
        verify(backup.name(), Depth.READ);

        assertThat(checkOf(backup)).get().isEqualTo(new BackupCheck(Bench.CLOCK.instant(), Depth.READ, List.of()));

        bench.backups.damage(backup.name());
        verify(backup.name(), Depth.READ);

        assertThat(checkOf(backup).orElseThrow().problems()).hasSize(1);
    }

    @Test
    void allLooksAtEveryBackup() {
        bench.upgrade("b");

        VerifyBackup.Report report = run(Optional.empty(), Depth.READ);

        assertThat(report.checked()).hasSize(bench.backups.list().size()).hasSizeGreaterThan(2);
        assertThat(report.isSound()).isTrue();
    }

    @Test
    void latestIsTheNewestOfThisDatabase() {
        SampleBackups.taken("2026-11-22T10:00:00Z", bench.backups);

        assertThat(verify("latest", Depth.READ).checked())
                .extracting(VerifyBackup.Checked::name)
                .containsExactly(backup.name());
    }

    @Test
    void whoeverAsksToStopIsHeard() {
        bench.cancellation.cancel("SIGTERM");

        assertThat(Bench.failureOf(() -> verify(backup.name(), Depth.RESTORED)).kind())
                .isEqualTo(FailureKind.CANCELLED);
    }

    private VerifyBackup.Report verify(String name, Depth depth) {
        return run(Optional.of(name), depth);
    }

    private VerifyBackup.Report run(Optional<String> name, Depth depth) {
        return bench.useCases().verifyBackup().run(new VerifyBackup.Request(name, depth), bench.context());
    }

    private static List<String> problems(VerifyBackup.Report report) {
        return report.checked().stream()
                .flatMap(one -> one.check().problems().stream())
                .toList();
    }

    private Optional<BackupCheck> checkOf(Backup of) {
        return bench.backups.list().stream()
                .filter(listed -> listed.name().equals(of.name()))
                .findFirst()
                .flatMap(Backup::checked);
    }

    /** Another backup of the same bytes whose manifest tells of another schema. */
    private Backup lying(Backup honest) {
        return SampleBackups.copy(
                honest, "2026-11-22T11:00:00Z", "0".repeat(64), bench.backups.content(honest.name()), bench.backups);
    }
}
