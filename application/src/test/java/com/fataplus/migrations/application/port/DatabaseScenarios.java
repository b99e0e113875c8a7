package com.fataplus.migrations.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.event.MigrationEvent;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.domain.ledger.AppliedRevision;
import com.fataplus.migrations.domain.ledger.RunId;
import com.fataplus.migrations.domain.ledger.RunStep;
import com.fataplus.migrations.domain.ledger.StepState;
import com.fataplus.migrations.domain.plan.PlanStep;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.Direction;
import com.fataplus.migrations.domain.script.MigrationScript;
import com.fataplus.migrations.domain.script.Parsed;
import com.fataplus.migrations.domain.script.Placeholders;
import com.fataplus.migrations.domain.script.ScriptParser;
import com.fataplus.migrations.domain.script.Section;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the contracts of a {@link Database} are made of. */
public interface DatabaseScenarios {
    /** A statement with this in it fails in every implementation. */
    String WRONG = "no_such_thing";

    /** What the database under test has to take its times from. */
    Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:30:00.123456Z"), ZoneOffset.UTC);

    Duration LONG = Duration.ofSeconds(30);
    RevisionId FIRST = new RevisionId("1a");
    RevisionId SECOND = new RevisionId("2b");

    /** The database under test; the same one within one test, empty at first. */
    Database database();

    /** What {@link #open} was told. */
    List<MigrationEvent> events();

    /** Stops what {@link #open} opened. */
    Cancellation cancellation();

    /** Opens a session for {@code fata upgrade}, closes it after the scenario. */
    default void in(Consumer<MigrationSession> scenario) {
        try (MigrationSession session = open(new LockRequest(Duration.ZERO, "upgrade"))) {
            scenario.accept(session);
        }
    }

    /** Opens a session that is listened to. */
    default MigrationSession open(LockRequest request) {
        return database().openSession(request, new RunContext(events()::add, cancellation()));
    }

    /** The failure that a call throws. */
    static <T extends MigrationFailure> T failure(Class<T> type, ThrowingCallable call) {
        MigrationException thrown = (MigrationException)
                assertThatThrownBy(call).isInstanceOf(MigrationException.class).actual();
        assertThat(thrown.failure()).isInstanceOf(type);
        return type.cast(thrown.failure());
    }

    /** Work that returns nothing worth having. */
    static Function<Transaction, Void> doing(Consumer<Transaction> work) {
        return transaction -> {
            work.accept(transaction);
            return null;
        };
    }

    /** A script that creates a table and drops it again. */
    static MigrationScript script(RevisionId id) {
        return script(id, "create table farm (id integer);", "drop table farm;");
    }

    /** A script of these sections. */
    static MigrationScript script(RevisionId id, String up, String down) {
        return parsed(id, "-- migrate:up\n" + up + "\n\n-- migrate:down\n" + down + "\n");
    }

    /** The script in a text. */
    static MigrationScript parsed(RevisionId id, String text) {
        return parsed(id, text, Map.of());
    }

    /** The script in a text, with these values for its placeholders. */
    static MigrationScript parsed(RevisionId id, String text, Map<String, String> placeholders) {
        Optional<Placeholders> values =
                placeholders.isEmpty() ? Optional.empty() : Optional.of(new Placeholders(new TreeMap<>(placeholders)));
        return switch (ScriptParser.script(id, id + ".sql", text, values)) {
            case Parsed.Sound<MigrationScript>(var script) -> script;
            case Parsed.Broken<MigrationScript>(var problems) -> throw new AssertionError(problems);
        };
    }

    /** The up section without limits. */
    static SectionRun up(MigrationScript script) {
        return unlimited(script.up());
    }

    /** The down section without limits. */
    static SectionRun down(MigrationScript script) {
        return unlimited(script.section(Direction.DOWN).orElseThrow());
    }

    /** A listener that does not. */
    static StatementProgress ignoring() {
        return (index, statement, took) -> {};
    }

    static SectionRun unlimited(Section section) {
        return new SectionRun(section, 0, Duration.ZERO, Optional.empty());
    }

    static RunId begin(MigrationSession session) {
        return session.journal().begin(start());
    }

    static RunStart start() {
        return new RunStart("upgrade", "heads", Optional.empty(), "somebody@somewhere", "0.1.0", "auto");
    }

    static AppliedRevision row(RevisionId id, RunId run) {
        return row(id, run, script(id));
    }

    static AppliedRevision row(RevisionId id, RunId run, MigrationScript script) {
        return new AppliedRevision(
                id,
                List.of(new RevisionId("0f"), new RevisionId("été")),
                List.of(new RevisionId("weather")),
                new TreeSet<>(Set.of("sensors", "plots")),
                "Récolte \"à\" {Tuléar}, \\ NULL 水田 \uD83C\uDF3E",
                script.checksum(),
                run,
                Instant.parse("2026-11-22T09:30:01.654321Z"),
                "fataplus_user",
                Duration.ofNanos(1_234_567_000));
    }

    static PlanStep step(RevisionId id, Direction direction) {
        return new PlanStep(
                direction,
                new Revision(id, List.of(), List.of(), new TreeSet<>(), "Begin", Optional.empty(), id + ".sql"));
    }

    static RunStep done(Direction direction) {
        return new RunStep(FIRST, direction, StepState.DONE, 0, Optional.empty(), CLOCK.instant());
    }
}
