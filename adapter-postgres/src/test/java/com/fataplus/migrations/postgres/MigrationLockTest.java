package com.fataplus.migrations.postgres;

import static com.fataplus.migrations.application.port.DatabaseScenarios.begin;
import static com.fataplus.migrations.application.port.DatabaseScenarios.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.config.LedgerConfig;
import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.LockHolder;
import com.fataplus.migrations.application.failure.ServerFailure;
import com.fataplus.migrations.application.port.LockRequest;
import com.fataplus.migrations.application.port.MigrationSession;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MigrationLockTest extends PostgresScenarios {
    private static final long KEY_OF_FATA = -3823288403002901896L;
    private static final LockRequest AT_ONCE = new LockRequest(Duration.ZERO, "stamp");

    /** The session that has the lock, found from behind. */
    private static final String HOLDER_PID =
            "select pid from pg_stat_activity where datname = current_database() and application_name = 'fata upgrade'";

    @Test
    void tellsAllThatIsKnownOfItsHolder() {
        in(session -> {
            LockHolder holder =
                    failure(ServerFailure.LockHeld.class, () -> open(AT_ONCE)).holder();

            assertThat(holder.pid()).isEqualTo(Integer.parseInt(server().value(HOLDER_PID)));
            assertThat(holder.user()).isEqualTo(server().config().user());
            assertThat(holder.host()).isPresent();
            assertThat(holder.since()).isPresent();
        });
    }

    @Test
    void namesItsHolderToThoseWhoMaySeeLittle() {
        var role = server().createRole("");
        server().execute("grant create on database %s to \"%s\""
                .formatted(server().config().database(), role.user()));
        var weak = new PostgresDatabase(role, new LedgerConfig("fata"), CLOCK);

        in(session -> {
            LockHolder holder = failure(
                            ServerFailure.LockHeld.class,
                            () -> weak.openSession(AT_ONCE, new RunContext(event -> {}, cancellation())))
                    .holder();

            assertThat(holder.application()).isEqualTo("fata upgrade");
            assertThat(holder.since()).isEmpty();
        });
    }

    @Test
    void isFreeForAnotherLedger() {
        var other = new PostgresDatabase(server().config(), new LedgerConfig("other"), CLOCK);

        in(session -> other.openSession(AT_ONCE, new RunContext(event -> {}, cancellation()))
                .close());
    }

    @Test
    void goesWithItsServerProcess() {
        in(session -> {
            server().value("select pg_terminate_backend((%s))".formatted(HOLDER_PID));

            open(new LockRequest(LONG, "stamp")).close();
            failure(ServerFailure.ConnectionLost.class, () -> begin(session));
        });
    }

    @Test
    void isTakenAtOnceByWhoeverWaits() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        RunContext context = new RunContext(
                event -> {
                    if (event instanceof MigrationEvent.WaitingForLock) {
                        waiting.countDown();
                    }
                },
                cancellation());
        CompletableFuture<MigrationSession> second;
        try (MigrationSession first = open(AT_ONCE)) {
            assertThat(first.server().major()).isEqualTo(server().major());
            second = CompletableFuture.supplyAsync(
                    () -> database().openSession(new LockRequest(LONG, "second"), context));
            assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();
        }

        try (MigrationSession session = second.get(30, TimeUnit.SECONDS)) {
            assertThat(session.ledger().applied()).isEmpty();
        }
    }

    /** Somebody who waited in pg_advisory_lock would hold a snapshot, and this would never end. */
    @Test
    void letsAnIndexBeBuiltConcurrentlyWhileOthersWait() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        RunContext context = new RunContext(
                event -> {
                    if (event instanceof MigrationEvent.WaitingForLock) {
                        waiting.countDown();
                    }
                },
                cancellation());
        CompletableFuture<Void> second;
        try (MigrationSession first = open(AT_ONCE)) {
            second = CompletableFuture.runAsync(() -> database()
                    .openSession(new LockRequest(LONG, "second"), context)
                    .close());
            assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();

            alone(first, unparsed("create table farm (id integer)", "create index concurrently by_id on farm (id)"));
        }
        second.get(30, TimeUnit.SECONDS);

        assertThat(server().value("select indisvalid from pg_index where indexrelid = 'by_id'::regclass"))
                .isEqualTo("t");
    }

    @Test
    void isNotLeftBehindWhenOpeningFails() {
        var role = server().createRole("");
        var weak = new PostgresDatabase(role, new LedgerConfig("fata"), CLOCK);

        failure(
                ServerFailure.PermissionDenied.class,
                () -> weak.openSession(AT_ONCE, new RunContext(event -> {}, cancellation())));

        in(session -> assertThat(session.ledger().applied()).isEmpty());
    }

    @Test
    void hasTheSameKeyForEver() {
        assertThat(new LedgerSchema("fata").lockKey()).isEqualTo(KEY_OF_FATA);
        assertThat(new LedgerSchema("other").lockKey()).isNotEqualTo(KEY_OF_FATA);
    }
}
