package com.fataplus.migrations.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link ScratchDatabases} must do. */
public abstract class ScratchDatabasesContract {
    private static final ScratchSource ANY = new ScratchSource(Set.of());

    /** Scratch databases beside a database that has nothing of its own. */
    protected abstract ScratchDatabases scratches();

    /** How many scratch databases there are. */
    protected abstract int present();

    @Test
    void isThereUntilItIsClosed() {
        Scratch scratch = scratches().create(ANY);
        assertThat(present()).isEqualTo(1);

        scratch.close();

        assertThat(present()).isZero();
    }

    @Test
    void closesASecondTimeWithoutHarm() {
        Scratch scratch = scratches().create(ANY);

        scratch.close();
        scratch.close();

        assertThat(present()).isZero();
    }

    @Test
    void hasAnEmptyLedger() {
        try (Scratch scratch = scratches().create(ANY)) {
            assertThat(scratch.database().ledger().applied()).isEmpty();
        }
    }

    @Test
    void lacksNothingThatAnEmptyDatabaseHas() {
        try (Scratch scratch = scratches().create(ANY)) {
            assertThat(scratch.missing()).isEmpty();
        }
    }

    @Test
    void runsScripts() {
        try (Scratch scratch = scratches().create(ANY);
                MigrationSession session = session(scratch)) {
            var before = session.schema();

            session.inTransaction(DatabaseScenarios.doing(transaction -> transaction.run(
                    DatabaseScenarios.up(
                            DatabaseScenarios.script(new RevisionId("1a"), "create table plot (id int);", "")),
                    DatabaseScenarios.ignoring())));

            assertThat(session.schema()).isNotEqualTo(before);
        }
    }

    @Test
    void twoAreApart() {
        try (Scratch one = scratches().create(ANY);
                Scratch other = scratches().create(ANY);
                MigrationSession first = session(one);
                MigrationSession second = session(other)) {
            assertThat(first.ledger()).isEqualTo(second.ledger());
            assertThat(present()).isEqualTo(2);
        }
    }

    @Test
    void isDroppedAlthoughSomebodyIsConnected() {
        Scratch scratch = scratches().create(ANY);
        MigrationSession session = session(scratch);

        scratch.close();

        assertThat(present()).isZero();
        session.close();
    }

    private static MigrationSession session(Scratch scratch) {
        return scratch.database()
                .openSession(new LockRequest(Duration.ZERO, "test"), new RunContext(event -> {}, new Cancellation()));
    }
}
