package com.fataplus.migrations.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fataplus.migrations.application.config.BackupConfig;
import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.FailureKind;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.memory.InMemoryBackups;
import com.fataplus.migrations.application.memory.InMemoryDatabase;
import com.fataplus.migrations.application.memory.InMemoryDump;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.BackupStore;
import com.fataplus.migrations.application.port.DatabaseScenarios;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.RunOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PruneBackupsTest implements DatabaseScenarios {
    private final InMemoryDatabase database = new InMemoryDatabase(CLOCK);
    private final InMemoryBackups store = new InMemoryBackups(1000);
    private final Cancellation cancellation = new Cancellation();
    private final List<MigrationEvent> events = new ArrayList<>();

    @Test
    void removesAllButTheNewest() {
        Backup old = taken("2026-11-01T00:00:00Z");
        Backup older = taken("2026-10-01T00:00:00Z");
        Backup newest = taken("2026-11-22T00:00:00Z");

        List<String> gone = prune(Optional.of(1), Optional.empty());

        assertThat(gone).containsExactly(old.name(), older.name());
        assertThat(store.list()).containsExactly(newest);
        assertThat(events).containsExactly(new MigrationEvent.BackupsPruned(gone));
    }

    @Test
    void tellsNothingWhereNothingGoes() {
        taken("2026-11-22T00:00:00Z");

        assertThat(prune(Optional.of(1), Optional.empty())).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void measuresAgeByTheClock() {
        taken("2026-11-15T09:30:00Z");
        taken("2026-11-15T09:31:00Z");
        taken("2026-11-22T00:00:00Z");

        assertThat(prune(Optional.empty(), Optional.of(Duration.ofDays(7))))
                .containsExactly("backup_20261115_093000.sql");
    }

    @Test
    void looksAtOneDatabaseOnly() {
        Backup others = SampleBackups.taken("2026-10-01T00:00:00Z", "elsewhere:5432/plots", Optional.empty(), store);
        Backup ours = taken("2026-10-02T00:00:00Z");
        SampleBackups.taken("2026-11-22T00:00:00Z", "elsewhere:5432/plots", Optional.empty(), store);

        assertThat(prune(Optional.of(1), Optional.empty())).isEmpty();
        assertThat(store.list()).contains(others, ours);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNFINISHED", "ABANDONED", "NEEDS_ATTENTION"})
    void sparesTheBackupOfARunThatEndedBadly(RunOutcome outcome) {
        RunId run = run(outcome);
        Backup needed = SampleBackups.taken(
                "2026-10-01T00:00:00Z", database.server().address(), Optional.of(run.value()), store);
        taken("2026-11-22T00:00:00Z");

        assertThat(prune(Optional.of(1), Optional.empty())).isEmpty();
        assertThat(store.list()).contains(needed);
    }

    @Test
    void sparesTheBackupThatTheJournalNamesForIt() {
        Backup needed = taken("2026-10-01T00:00:00Z");
        taken("2026-11-22T00:00:00Z");
        in(session -> session.journal().backedUp(DatabaseScenarios.begin(session), needed.name()));

        assertThat(prune(Optional.of(1), Optional.empty())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SUCCEEDED", "ROLLED_BACK", "STOPPED"})
    void doesNotSpareTheBackupOfARunThatEndedWell(RunOutcome outcome) {
        RunId run = run(outcome);
        Backup old = SampleBackups.taken(
                "2026-10-01T00:00:00Z", database.server().address(), Optional.of(run.value()), store);
        taken("2026-11-22T00:00:00Z");

        assertThat(prune(Optional.of(1), Optional.empty())).containsExactly(old.name());
    }

    @Test
    void wantsToKnowWhatMayGo() {
        MigrationFailure failure = catchThrowableOfType(
                        MigrationException.class, () -> prune(Optional.empty(), Optional.empty()))
                .failure();

        assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_INPUT);
    }

    @Test
    void followsTheConfigurationAfterARun() {
        Backup old = taken("2026-10-01T00:00:00Z");
        taken("2026-11-22T00:00:00Z");

        in(session -> afterRun(store, Optional.of(1)).applyRetention(session, context()));

        assertThat(events).last().isEqualTo(new MigrationEvent.BackupsPruned(List.of(old.name())));
    }

    @Test
    void removesNothingAfterARunUnlessConfigured() {
        taken("2026-10-01T00:00:00Z");
        taken("2026-11-22T00:00:00Z");

        in(session -> afterRun(store, Optional.empty()).applyRetention(session, context()));

        assertThat(store.list()).hasSize(2);
    }

    @Test
    void warnsWhereAnOldBackupCannotBeRemovedAfterARun() {
        taken("2026-10-01T00:00:00Z");
        taken("2026-11-22T00:00:00Z");

        in(session -> afterRun(new StubbornBackups(store), Optional.of(1)).applyRetention(session, context()));

        assertThat(events)
                .last()
                .isEqualTo(new MigrationEvent.Warning("backup.not-removed", "old backups stay: read-only"));
    }

    @Override
    public InMemoryDatabase database() {
        return database;
    }

    @Override
    public List<MigrationEvent> events() {
        return events;
    }

    @Override
    public Cancellation cancellation() {
        return cancellation;
    }

    private Backup taken(String at) {
        return SampleBackups.taken(at, database.server().address(), Optional.empty(), store);
    }

    private List<String> prune(Optional<Integer> keep, Optional<Duration> olderThan) {
        events.clear();
        return new PruneBackups(database, store, CLOCK).run(new PruneBackups.Request(keep, olderThan), context());
    }

    private TakeBackup afterRun(BackupStore in, Optional<Integer> keep) {
        BackupConfig config = new BackupConfig(
                BackupConfig.When.RUN,
                "backups",
                BackupConfig.Format.PLAIN,
                1,
                Optional.empty(),
                keep,
                Optional.empty());
        return new TakeBackup(database, new InMemoryDump(18), in, config, Duration.ZERO, CLOCK);
    }

    private RunContext context() {
        return new RunContext(events::add, cancellation);
    }

    /** A run in the journal that ended so, or did not end. */
    private RunId run(RunOutcome outcome) {
        List<RunId> begun = new ArrayList<>();
        in(session -> {
            begun.add(DatabaseScenarios.begin(session));
            if (outcome != RunOutcome.UNFINISHED) {
                session.journal().finish(begun.getFirst(), outcome);
            }
        });
        return begun.getFirst();
    }
}
