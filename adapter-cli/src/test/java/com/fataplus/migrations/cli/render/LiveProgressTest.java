package com.fataplus.migrations.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.cli.render.ProgressLines.Detail;
import com.fataplus.migrations.cli.render.Terminal.Liveness;
import com.fataplus.migrations.domain.plan.PlanStep;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.Direction;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody sees who watches. */
class LiveProgressTest {
    private static final String ESCAPE = "\u001b\\[[0-9;?]*[a-zA-Z]";
    private static final PlanStep STEP = new PlanStep(
            Direction.UP,
            new Revision(
                    new RevisionId("4f1c2a9be07d"),
                    List.of(),
                    List.of(),
                    new TreeSet<>(),
                    "Add plots",
                    Optional.empty(),
                    "4f1c.sql"));

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long nanos;

    @Test
    void drawsABackupAgainstTheSizeOfTheDatabase() {
        LiveProgress live = watched(80);
        live.accept(new MigrationEvent.BackupStarted("b.sql", 80_000_000));
        live.accept(new MigrationEvent.BackupProgress("b.sql", 20_000_000, 80_000_000));
        nanos = Duration.ofSeconds(3).toNanos();

        live.draw();

        assertThat(seen()).isEqualTo("backup  [###............]  25%  20.0 MB of a database of 80.0 MB  3.0 s");
    }

    @Test
    void drawsAStepAmongThoseOfTheRun() {
        LiveProgress live = watched(80);
        live.accept(new MigrationEvent.StepStarted(STEP, 2, 4, 7));
        live.draw();
        assertThat(seen()).isEqualTo("2/4 up 4f1c2a9be07d  [###............]  25%  Add plots  0 ms");

        live.accept(new MigrationEvent.StatementDone(STEP, 3, 7, "select 1", Duration.ZERO));
        live.draw();

        assertThat(seen()).contains("statement 3 of 7 done");
    }

    @Test
    void drawsHowFarALongStatementIs() {
        LiveProgress live = watched(140);
        live.accept(new MigrationEvent.StepStarted(STEP, 1, 1, 1));
        live.accept(new MigrationEvent.StatementAdvanced(
                "create index i on t (c)", "building index: scanning table", 500, 1000));

        live.draw();

        assertThat(seen()).contains("[#############..............]  50%  building index: scanning table");
    }

    @Test
    void namesWhoIsInTheWay() {
        LiveProgress live = watched(140);
        live.accept(new MigrationEvent.StepStarted(STEP, 1, 1, 1));
        live.accept(new MigrationEvent.StatementBlocked("drop table t", Duration.ofSeconds(2), List.of("pid 7 (a)")));

        live.draw();

        assertThat(seen()).contains("waits for pid 7 (a)");
        assertThat(written()).contains("waiting 2.0 s for pid 7 (a) to let go: drop table t\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 140})
    void neverReachesTheLastColumn(int width) {
        LiveProgress live = watched(width);
        live.accept(new MigrationEvent.StepStarted(STEP, 12, 144, 7));
        live.accept(new MigrationEvent.StatementAdvanced("x", "vacuum: ".repeat(40), 1, 3));

        live.draw();

        assertThat(seen().length()).isLessThan(width);
    }

    @Test
    void linesComeAboveWhatIsDrawn() {
        LiveProgress live = watched(80);
        live.accept(new MigrationEvent.StepStarted(STEP, 1, 2, 1));
        live.draw();
        live.accept(new MigrationEvent.StepFinished(STEP, 1, 2, Duration.ofMillis(5)));

        assertThat(written()).endsWith("\r\u001b[K1/2 up 4f1c2a9be07d  Add plots  5 ms\n");
    }

    @Test
    void whatIsOverBeforeItWouldBeDrawnIsNeverSeen() {
        LiveProgress live = watched(80);
        live.accept(new MigrationEvent.StepStarted(STEP, 1, 1, 1));
        live.accept(new MigrationEvent.StepFinished(STEP, 1, 1, Duration.ofMillis(5)));

        live.draw();

        assertThat(written()).isEqualTo("1/1 up 4f1c2a9be07d  Add plots  5 ms\n");
    }

    @Test
    void leavesNothingOnTheScreen() {
        LiveProgress live = watched(80);
        live.accept(new MigrationEvent.StepStarted(STEP, 1, 1, 1));
        live.draw();

        live.end();
        live.draw();

        assertThat(written()).endsWith("\r\u001b[K");
    }

    @Test
    void aPipeGetsNoEscapes() {
        Progress lines = Progress.on(terminal(80, Liveness.PIPE), Detail.STEPS);

        lines.accept(new MigrationEvent.BackupProgress("b.sql", 1, 2));
        lines.accept(new MigrationEvent.StepStarted(STEP, 1, 1, 1));
        lines.accept(new MigrationEvent.StepFinished(STEP, 1, 1, Duration.ofMillis(5)));
        lines.end();

        assertThat(written()).isEqualTo("1/1 up 4f1c2a9be07d  Add plots  5 ms\n");
    }

    @Test
    void quietDrawsNothing() {
        assertThat(Progress.on(terminal(80, Liveness.TERMINAL), Detail.QUIET)).isInstanceOf(ProgressLines.class);
    }

    private LiveProgress watched(int width) {
        Terminal terminal = terminal(width, Liveness.TERMINAL);
        return new LiveProgress(terminal, new ProgressLines(terminal, Detail.STEPS), () -> nanos);
    }

    private Terminal terminal(int width, Liveness live) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new Terminal(
                stream, stream, Style.PLAIN, Style.PLAIN, live, new Screen(Optional.of(width), Screen.Letters.UNICODE));
    }

    private String written() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** What stands on the line that was drawn last. */
    private String seen() {
        String plain = written().replaceAll(ESCAPE, "");
        return plain.substring(plain.lastIndexOf('\r') + 1);
    }
}
