package com.fataplus.migrations.application.usecase;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fataplus.migrations.application.config.BackupConfig;
import com.fataplus.migrations.application.config.BackupConfig.Format;
import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.event.EventSink;
import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.BackupFailure;
import com.fataplus.migrations.application.failure.FailureKind;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.memory.InMemoryBackups;
import com.fataplus.migrations.application.memory.InMemoryDatabase;
import com.fataplus.migrations.application.memory.InMemoryDump;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.DatabaseDump;
import com.fataplus.migrations.application.port.DatabaseScenarios;
import com.fataplus.migrations.application.port.LockRequest;
import com.fataplus.migrations.domain.ledger.RunId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TakeBackupTest implements DatabaseScenarios {
    private final InMemoryDatabase database = new InMemoryDatabase(CLOCK);
    private final InMemoryDump dump = new InMemoryDump(18);
    private final InMemoryBackups store = new InMemoryBackups(1000);
    private final Cancellation cancellation = new Cancellation();
    private final List<MigrationEvent> events = new ArrayList<>();

    @Test
    void keepsTheDumpWithItsManifest() {
        dump.setText("create table plot ();");

        Backup backup = take(Format.PLAIN);

        assertThat(store.list()).containsExactly(backup);
        assertThat(store.content("backup_20261122_093000.sql")).asString(UTF_8).isEqualTo("create table plot ();");
    }

    @Test
    void tellsInTheManifestWhatWasDumped() {
        in(session -> {
            var row = DatabaseScenarios.row(FIRST, DatabaseScenarios.begin(session));
            session.inTransaction(
                    DatabaseScenarios.doing(transaction -> transaction.record(row, DatabaseScenarios.script(FIRST))));
        });

        Backup backup = take(Format.CUSTOM);

        assertThat(backup.name()).isEqualTo("backup_20261122_093000.dump");
        assertThat(backup.takenAt()).isEqualTo(CLOCK.instant());
        assertThat(backup.database()).isEqualTo(database.server().address());
        assertThat(backup.serverVersion()).isEqualTo(database.server().version());
        assertThat(backup.dumpVersion()).isEqualTo("18.0 (in memory)");
        assertThat(backup.format()).isEqualTo(Format.CUSTOM);
        assertThat(backup.heads()).containsExactly(FIRST);
        assertThat(backup.run()).isEmpty();
        in(session -> assertThat(backup.fingerprint())
                .isEqualTo(session.schema().fingerprint().value()));
    }

    @Test
    void tellsHowLongItTook() {
        Backup backup = useCase(Format.PLAIN, dump, new TickingClock(CLOCK.instant(), Duration.ofSeconds(5)))
                .run(new TakeBackup.Request(), context());

        assertThat(backup.duration()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void tellsForWhichRunItIs() {
        in(session -> assertThat(useCase(Format.PLAIN)
                        .before(session, new RunId(7), context())
                        .run())
                .contains(7L));
    }

    @Test
    void tellsHowFarItIs() {
        dump.setText("a text of some thirty characters");
        database.setBytes(500);

        Backup backup = take(Format.PLAIN);

        assertThat(events)
                .filteredOn(event -> !(event instanceof MigrationEvent.LockAcquired))
                .containsExactly(
                        new MigrationEvent.BackupStarted(backup.name(), 500),
                        new MigrationEvent.BackupProgress(backup.name(), 16, 500),
                        new MigrationEvent.BackupProgress(backup.name(), 32, 500),
                        new MigrationEvent.BackupFinished(backup.name(), 32, Duration.ZERO));
    }

    @Test
    void hasTheLockAsLongAsItDumps() {
        List<FailureKind> others = new ArrayList<>();
        EventSink tryToRun = event -> {
            if (event instanceof MigrationEvent.BackupProgress) {
                others.add(failureOf(this::openAndClose).kind());
            }
        };

        useCase(Format.PLAIN).run(new TakeBackup.Request(), new RunContext(tryToRun, cancellation));

        assertThat(others).isNotEmpty().containsOnly(FailureKind.LOCKED);
        openAndClose();
    }

    @Test
    void refusesAnUnfitToolBeforeItBegins() {
        TakeBackup useCase = useCase(Format.PLAIN, new InMemoryDump(17), CLOCK);

        MigrationFailure failure = failureOf(() -> useCase.run(new TakeBackup.Request(), context()));

        assertThat(failure.code()).isEqualTo("backup.program-too-old");
        assertThat(begun()).isFalse();
    }

    @Test
    void refusesTooLittleRoomBeforeItBegins() {
        database.setBytes(1001);

        MigrationFailure failure = failureOf(() -> take(Format.PLAIN));

        assertThat(failure.code()).isEqualTo("backup.no-space");
        assertThat(failure.kind()).isEqualTo(FailureKind.BACKUP_FAILED);
        assertThat(begun()).isFalse();
    }

    @Test
    void leavesNothingOfADumpThatFailed() {
        dump.failWith(new BackupFailure("backup.failed", "pg_dump was killed by signal 9", Optional.empty()));

        MigrationFailure failure = failureOf(() -> take(Format.PLAIN));

        assertThat(failure.summary()).isEqualTo("pg_dump was killed by signal 9");
        assertThat(begun()).isTrue();
        assertThat(store.list()).isEmpty();
        assertThat(store.freeBytes()).isEqualTo(1000);
    }

    @Test
    void leavesNothingWhenAskedToStop() {
        EventSink stopping = event -> {
            if (event instanceof MigrationEvent.BackupProgress) {
                cancellation.cancel("SIGINT");
            }
        };

        MigrationFailure failure = failureOf(
                () -> useCase(Format.PLAIN).run(new TakeBackup.Request(), new RunContext(stopping, cancellation)));

        assertThat(failure.kind()).isEqualTo(FailureKind.CANCELLED);
        assertThat(store.list()).isEmpty();
    }

    @Test
    void givesTheLockBackWhenItFails() {
        dump.failWith(new BackupFailure("backup.failed", "no", Optional.empty()));

        failureOf(() -> take(Format.PLAIN));

        openAndClose();
        assertThat(events).last().isInstanceOf(MigrationEvent.LockAcquired.class);
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

    private Backup take(Format format) {
        return useCase(format).run(new TakeBackup.Request(), context());
    }

    private TakeBackup useCase(Format format) {
        return useCase(format, dump, CLOCK);
    }

    private TakeBackup useCase(Format format, DatabaseDump with, Clock clock) {
        BackupConfig config = new BackupConfig(
                BackupConfig.When.RUN, "backups", format, 1, Optional.empty(), Optional.empty(), Optional.empty());
        return new TakeBackup(database, with, store, config, Duration.ZERO, clock);
    }

    private RunContext context() {
        return new RunContext(events::add, cancellation);
    }

    private void openAndClose() {
        open(new LockRequest(Duration.ZERO, "upgrade")).close();
    }

    private boolean begun() {
        return events.stream().anyMatch(MigrationEvent.BackupStarted.class::isInstance);
    }

    private static MigrationFailure failureOf(ThrowingCallable work) {
        return catchThrowableOfType(MigrationException.class, work).failure();
    }
}
