package com.fataplus.migrations.application.port;

import static com.fataplus.migrations.application.port.DatabaseScenarios.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.RunFailure;
import com.fataplus.migrations.application.failure.ServerFailure;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.ledger.RunId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every {@link Database} does about its lock and before there is a ledger. */
interface LockContract extends DatabaseScenarios {
    @Test
    default void tellsWhichServerItIs() {
        ServerInfo server = database().server();

        assertThat(server.major()).isGreaterThanOrEqualTo(14);
        assertThat(server.version()).startsWith(server.major() + ".");
        assertThat(server.address()).endsWith("/" + server.database());
        assertThat(server.user()).isNotEmpty();
    }

    @Test
    default void hasAnEmptyLedgerBeforeTheFirstSession() {
        assertThat(database().ledger()).isEqualTo(Ledger.EMPTY);
        assertThat(database().runs(10)).isEmpty();
        assertThat(database().steps(new RunId(1))).isEmpty();
        assertThat(database().recordedScript(FIRST)).isEmpty();
    }

    @Test
    default void hasAnEmptyLedgerInTheFirstSession() {
        in(session -> {
            assertThat(session.ledger()).isEqualTo(Ledger.EMPTY);
            assertThat(session.runs(10)).isEmpty();
        });
    }

    @Test
    default void tellsTheSameServerInASession() {
        in(session -> assertThat(session.server().address())
                .isEqualTo(database().server().address()));
    }

    @Test
    default void refusesASecondSessionAndNamesTheFirst() {
        in(session -> {
            ServerFailure.LockHeld held =
                    failure(ServerFailure.LockHeld.class, () -> open(new LockRequest(Duration.ZERO, "stamp")));

            assertThat(held.holder().application()).isEqualTo("fata upgrade");
            assertThat(held.holder().user()).isEqualTo(session.server().user());
        });
    }

    @Test
    default void givesTheLockBackWhenTheSessionIsClosed() {
        in(session -> {});

        in(session -> assertThat(session.ledger()).isEqualTo(Ledger.EMPTY));
    }

    @Test
    default void tellsWhoHasTheLockWhileItWaits() throws Exception {
        CountDownLatch waiting = new CountDownLatch(1);
        RunContext context = new RunContext(
                event -> {
                    events().add(event);
                    if (event instanceof MigrationEvent.WaitingForLock) {
                        waiting.countDown();
                    }
                },
                cancellation());
        CompletableFuture<Void> second;
        try (MigrationSession first = open(new LockRequest(Duration.ZERO, "upgrade"))) {
            assertThat(first.ledger()).isEqualTo(Ledger.EMPTY);
            events().clear();
            second = CompletableFuture.runAsync(() -> database()
                    .openSession(new LockRequest(LONG, "stamp"), context)
                    .close());
            assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();
        }
        second.get(30, TimeUnit.SECONDS);

        assertThat(events().getFirst())
                .isInstanceOfSatisfying(
                        MigrationEvent.WaitingForLock.class,
                        event -> assertThat(event.holder().application()).isEqualTo("fata upgrade"));
        assertThat(events().getLast()).isInstanceOf(MigrationEvent.LockAcquired.class);
    }

    @Test
    default void stopsWaitingForTheLockWhenAsked() {
        RunContext context = new RunContext(
                event -> {
                    if (event instanceof MigrationEvent.WaitingForLock) {
                        cancellation().cancel("SIGINT");
                    }
                },
                cancellation());
        in(session -> {
            RunFailure.Cancelled cancelled = failure(
                    RunFailure.Cancelled.class, () -> database().openSession(new LockRequest(LONG, "stamp"), context));

            assertThat(cancelled.by()).isEqualTo("SIGINT");
        });
    }
}
