package com.fataplus.migrations.application.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.application.failure.LockHolder;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.RunOutcome;
import com.fataplus.migrations.domain.plan.PlanStep;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventDocumentTest {
    private static final Duration SECOND = Duration.ofMillis(1_500);
    private static final PlanStep STEP = new PlanStep(
            Direction.UP,
            new Revision(
                    new RevisionId("4f1c"), List.of(), List.of(), new TreeSet<>(), "Add plots", Optional.empty(), "f"));

    /** One of each, so that the table of the guide can be compared with all of them. */
    private static final List<MigrationEvent> ALL = List.of(
            new MigrationEvent.WaitingForLock(
                    new LockHolder(7, "app", "fata upgrade", Optional.of("10.0.0.1"), Optional.empty()), SECOND),
            new MigrationEvent.LockAcquired(SECOND),
            new MigrationEvent.UnfinishedRunFound(new RunId(3), "upgrade heads"),
            new MigrationEvent.Warning("ledger.unknown", "..."),
            new MigrationEvent.RunStarted(
                    new RunId(4), "upgrade", Optional.of("release 4.2"), List.of(STEP), "asked for"),
            new MigrationEvent.TrialStarted(List.of(STEP)),
            new MigrationEvent.BackupStarted("b.sql", 10),
            new MigrationEvent.BackupProgress("b.sql", 5, 10),
            new MigrationEvent.BackupFinished("b.sql", 9, SECOND),
            new MigrationEvent.BackupChecked("b.sql", List.of("b.sql is damaged")),
            new MigrationEvent.RestoreStarted("b.sql", "fata_restore_0123456789ab"),
            new MigrationEvent.RestoreProgress("b.sql", 5),
            new MigrationEvent.BackupsPruned(List.of("a.sql")),
            new MigrationEvent.StepStarted(STEP, 1, 2, 3),
            new MigrationEvent.StatementDone(STEP, 1, 3, "select 1", SECOND),
            new MigrationEvent.StatementAdvanced("create index i", "scanning table", 1, 2),
            new MigrationEvent.StatementBlocked("drop table t", SECOND, List.of("pid 8")),
            new MigrationEvent.StepFinished(STEP, 1, 2, SECOND),
            new MigrationEvent.Retrying(1, SECOND, "lock timeout", List.of("pid 8")),
            new MigrationEvent.StepFailed(STEP, "division by zero"),
            new MigrationEvent.RollbackStarted(List.of(STEP)),
            new MigrationEvent.RollbackFinished("rolled back"),
            new MigrationEvent.TrialFinished(SECOND),
            new MigrationEvent.HookSaid("format", "1 file changed"),
            new MigrationEvent.HookFinished("format"),
            new MigrationEvent.RunFinished(new RunId(4), RunOutcome.ROLLED_BACK, SECOND));

    @Test
    void everyEventIsHere() {
        assertThat(ALL.stream().map(Object::getClass))
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(MigrationEvent.class.getPermittedSubclasses()));
    }

    @Test
    void beginsWithTheNameOfTheEvent() {
        assertThat(ALL.stream().map(EventDocument::of)).allSatisfy(document -> {
            assertThat(document.keySet().iterator().next()).isEqualTo("event");
            assertThat((String) document.get("event")).matches("[a-z]+(-[a-z]+)*");
        });
    }

    @Test
    void theGuideExplainsEveryFieldOfEveryEvent() throws IOException {
        String guide = Files.readString(Path.of("../docs/events.md"));

        assertThat(ALL.stream().map(EventDocument::of).map(EventDocumentTest::row))
                .allSatisfy(row -> assertThat(guide).contains(row));
    }

    @Test
    void startedRunsTellTheirTag() {
        assertThat(EventDocument.of(ALL.get(4)))
                .containsExactly(
                        Map.entry("event", "run-started"),
                        Map.entry("run", 4L),
                        Map.entry("command", "upgrade"),
                        Map.entry("tag", "release 4.2"),
                        Map.entry(
                                "steps",
                                List.of(Map.of("direction", "up", "revision", "4f1c", "message", "Add plots"))),
                        Map.entry("transaction", "asked for"));
    }

    @Test
    void durationsAreMilliseconds() {
        assertThat(EventDocument.of(new MigrationEvent.LockAcquired(SECOND))).containsEntry("waitedMs", 1500.0);
    }

    private static String row(Map<String, Object> document) {
        Stream<String> fields = document.keySet().stream().skip(1).map(name -> "`" + name + "`");
        return "| `" + document.get("event") + "` | " + String.join(", ", fields.toList()) + " |";
    }
}
