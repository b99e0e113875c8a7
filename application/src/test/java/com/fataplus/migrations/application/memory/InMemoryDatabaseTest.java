package com.fataplus.migrations.application.memory;

import static com.fataplus.migrations.application.port.DatabaseScenarios.doing;
import static com.fataplus.migrations.application.port.DatabaseScenarios.down;
import static com.fataplus.migrations.application.port.DatabaseScenarios.failure;
import static com.fataplus.migrations.application.port.DatabaseScenarios.ignoring;
import static com.fataplus.migrations.application.port.DatabaseScenarios.script;
import static com.fataplus.migrations.application.port.DatabaseScenarios.up;
import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.failure.LockHolder;
import com.fataplus.migrations.application.failure.RunFailure;
import com.fataplus.migrations.application.failure.ServerFailure;
import com.fataplus.migrations.application.port.DatabaseContract;
import com.fataplus.migrations.application.port.LockRequest;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.MigrationScript;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InMemoryDatabaseTest extends DatabaseContract {
    private static final RevisionId ID = new RevisionId("1a");

    private final InMemoryDatabase database = new InMemoryDatabase(CLOCK);

    @Override
    public InMemoryDatabase database() {
        return database;
    }

    @BeforeEach
    void failWhereAServerWould() {
        database.faults().failOn(WRONG);
    }

    @Test
    void keepsCommittedStatementsOnly() {
        MigrationScript good = script(ID, "create table farm ();\ninsert into farm;", "");
        MigrationScript bad = script(ID, "create table crop ();\ndrop table " + WRONG + ";", "");
        in(session -> {
            session.inTransaction(doing(transaction -> transaction.run(up(good), ignoring())));
            failure(
                    RunFailure.StatementFailed.class,
                    () -> session.inTransaction(doing(transaction -> transaction.run(up(bad), ignoring()))));
        });

        assertThat(database.statements()).containsExactly("create table farm ()", "insert into farm");
    }

    @Test
    void namesWhoeverHasTheLock() {
        LockHolder holder = new LockHolder(7, "farmer", "fata downgrade", Optional.empty(), Optional.empty());
        database.lockFor(holder);

        assertThat(failure(ServerFailure.LockHeld.class, () -> open(new LockRequest(Duration.ofMillis(20), "stamp")))
                        .holder())
                .isEqualTo(holder);
    }

    @Test
    void timesOutSoOftenAndThenNoMore() {
        database.faults().lockTimeoutsOn("farm", 1);
        in(session -> {
            RunFailure.StatementFailed failed = failure(
                    RunFailure.StatementFailed.class,
                    () -> session.inTransaction(doing(transaction -> transaction.run(up(script(ID)), ignoring()))));
            assertThat(failed.mayPass()).isTrue();
            assertThat(failed.blockers()).containsExactly(Faults.BLOCKER);

            session.inTransaction(doing(transaction -> transaction.run(up(script(ID)), ignoring())));
        });

        assertThat(database.statements()).hasSize(1);
    }

    @Test
    void givesTheLockBackWhenItLosesTheConnection() {
        database.faults().loseConnectionOn("farm");
        in(session -> {
            failure(
                    ServerFailure.ConnectionLost.class,
                    () -> session.inTransaction(doing(transaction -> transaction.run(up(script(ID)), ignoring()))));
            failure(ServerFailure.ConnectionLost.class, session::ledger);

            in(next -> assertThat(next.ledger().applied()).isEmpty());
        });
    }

    @Test
    void seesColumnsComeAndGo() {
        MigrationScript script =
                script(ID, "alter table farm add column size int;", "alter table farm drop column size;");
        in(session -> {
            var before = session.schema();
            session.inTransaction(doing(transaction -> transaction.run(up(script), ignoring())));
            assertThat(before.differencesTo(session.schema())).containsExactly("added: table farm.size");

            session.inTransaction(doing(transaction -> transaction.run(down(script), ignoring())));
            assertThat(session.schema()).isEqualTo(before);
        });
    }
}
