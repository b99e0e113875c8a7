package com.fataplus.migrations.postgres;

import static com.fataplus.migrations.application.port.DatabaseScenarios.begin;
import static com.fataplus.migrations.application.port.DatabaseScenarios.failure;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.failure.RunFailure;
import com.fataplus.migrations.application.failure.ServerFailure;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.RunOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody asks to stop, or cuts the connection, while the server is at work. */
@Timeout(60)
class CancellationTest extends PostgresScenarios {
    private static final String AT_WORK =
            "select pid from pg_stat_activity where datname = current_database() and query like 'select pg_sleep(%'";

    @Test
    void endsAStatementOfATransaction() {
        CompletableFuture<Void> signal = onceAtWork(() -> cancellation().cancel("SIGINT"));

        in(session -> {
            RunId run = begin(session);
            RunFailure.Cancelled cancelled = failure(
                    RunFailure.Cancelled.class,
                    () -> commit(session, section("create table farm (id integer);\nselect pg_sleep(50);")));

            assertThat(cancelled.by()).isEqualTo("SIGINT");
            assertThat(server().value("select to_regclass('farm') is null")).isEqualTo("t");
            session.journal().finish(run, RunOutcome.STOPPED);
        });
        signal.join();
    }

    @Test
    void endsAStatementWithoutTransaction() {
        CompletableFuture<Void> signal = onceAtWork(() -> cancellation().cancel("SIGTERM"));

        in(session -> {
            failure(
                    RunFailure.Cancelled.class,
                    () -> alone(session, section("create table farm (id integer);\nselect pg_sleep(50);")));

            assertThat(server().value("select to_regclass('farm') is null")).isEqualTo("f");
            assertThat(begin(session).value()).isEqualTo(1);
        });
        signal.join();
    }

    @Test
    void isNoCancellationWhenSomebodyElseDidIt() {
        CompletableFuture<Void> stranger =
                onceAtWork(() -> server().value("select pg_cancel_backend((%s))".formatted(AT_WORK)));

        in(session -> assertThat(refused(session, section("select pg_sleep(50);"))
                        .error()
                        .sqlState())
                .isEqualTo("57014"));
        stranger.join();
    }

    @Test
    void tellsThatTheConnectionWasCut() {
        CompletableFuture<Void> stranger =
                onceAtWork(() -> server().value("select pg_terminate_backend((%s))".formatted(AT_WORK)));

        in(session -> {
            ServerFailure.ConnectionLost lost =
                    failure(ServerFailure.ConnectionLost.class, () -> commit(session, section("select pg_sleep(50);")));

            assertThat(lost.reason()).contains("1a.sql:2:1");
            failure(ServerFailure.ConnectionLost.class, session::ledger);
            failure(ServerFailure.ConnectionLost.class, session::schema);
            failure(ServerFailure.ConnectionLost.class, () -> commit(session, section("select 1;")));
            failure(ServerFailure.ConnectionLost.class, () -> alone(session, section("select 1;")));
        });
        stranger.join();
    }

    /** Once something of ours runs; the test itself waits for it, so there is a deadline. */
    private CompletableFuture<Void> onceAtWork(Runnable action) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        return CompletableFuture.runAsync(() -> {
            List<String> pids = server().values(AT_WORK);
            while (pids.isEmpty() && Instant.now().isBefore(end)) {
                pids = server().values(AT_WORK);
            }
            action.run();
        });
    }
}
