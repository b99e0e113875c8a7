package com.fataplus.migrations.application.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.application.failure.FailureKind;
import com.fataplus.migrations.application.failure.MigrationFailure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Somebody switches branches while an upgrade waits for its turn. */
class VanishingFileTest {
    private final Bench bench = new Bench().table("a").table("b", "a");

    @Test
    void aFileThatIsGoneWhenItsTurnComesStopsTheRunBeforeTheFirstStatement() {
        MigrationFailure failure = Bench.failureOf(() -> bench.useCases()
                .upgrade()
                .run(new Upgrade.Request("heads", List.of(), Optional.empty()), bench.context(event -> {
                    if (event instanceof MigrationEvent.LockAcquired) {
                        bench.scripts.remove("b.sql");
                    }
                })));

        assertThat(failure.kind()).isEqualTo(FailureKind.INVALID_INPUT);
        assertThat(failure.summary()).contains("b.sql", "cannot be read");
        assertThat(bench.database.statements()).isEmpty();
        assertThat(bench.applied()).isEmpty();
    }
}
