package com.fataplus.migrations.application.usecase;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fataplus.migrations.application.config.BackupConfig;
import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.EffectiveConfig;
import com.fataplus.migrations.application.config.Hook;
import com.fataplus.migrations.application.config.LedgerConfig;
import com.fataplus.migrations.application.config.MigratorConfig;
import com.fataplus.migrations.application.config.RunConfig;
import com.fataplus.migrations.application.config.ScriptsConfig;
import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.event.EventSink;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.memory.EventTranscript;
import com.fataplus.migrations.application.memory.InMemoryBackups;
import com.fataplus.migrations.application.memory.InMemoryDatabase;
import com.fataplus.migrations.application.memory.InMemoryDump;
import com.fataplus.migrations.application.memory.InMemoryGrammar;
import com.fataplus.migrations.application.memory.InMemoryNewDatabases;
import com.fataplus.migrations.application.memory.InMemoryOfflineScripts;
import com.fataplus.migrations.application.memory.InMemoryPrograms;
import com.fataplus.migrations.application.memory.InMemoryScratchDatabases;
import com.fataplus.migrations.application.memory.InMemoryScripts;
import com.fataplus.migrations.application.memory.InMemoryServerGrammar;
import com.fataplus.migrations.application.memory.InMemorySoundTexts;
import com.fataplus.migrations.domain.plan.TransactionMode;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.script.OnFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Use cases over memory, with what tests look at. */
final class Bench {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:30:00Z"), ZoneOffset.UTC);

    final InMemoryDatabase database = new InMemoryDatabase(CLOCK);
    final InMemoryServerGrammar serverGrammar = new InMemoryServerGrammar();
    final InMemoryScratchDatabases scratches = new InMemoryScratchDatabases(CLOCK);
    final InMemoryScripts scripts = new InMemoryScripts();
    final InMemoryGrammar grammar = new InMemoryGrammar();
    final InMemorySoundTexts soundTexts = new InMemorySoundTexts();
    final InMemoryBackups backups = new InMemoryBackups(1_000_000);
    final InMemoryNewDatabases newDatabases = new InMemoryNewDatabases(database, CLOCK);
    final InMemoryDump dump = new InMemoryDump(18, newDatabases);
    final InMemoryPrograms programs = new InMemoryPrograms();
    final EventTranscript events = new EventTranscript();
    final Cancellation cancellation = new Cancellation();

    private TransactionMode transaction = TransactionMode.AUTO;
    private OnFailure onFailure = OnFailure.AUTO;
    private BackupConfig.When backup = BackupConfig.When.RUN;

    private List<Hook> hooks = List.of();

    /** Hooks, each a program of its own name that is told the file. */
    Bench hooks(String... names) {
        hooks = Stream.of(names)
                .map(name -> new Hook(name, List.of(name, Hook.FILE)))
                .toList();
        return this;
    }

    Bench transaction(TransactionMode mode) {
        transaction = mode;
        return this;
    }

    Bench onFailure(OnFailure policy) {
        onFailure = policy;
        return this;
    }

    Bench backup(BackupConfig.When when) {
        backup = when;
        return this;
    }

    /** A revision that creates a table of its own name, and drops it again. */
    Bench table(String id, String... parents) {
        return script(
                id,
                "-- migrate:up\ncreate table t%1$s (id int);\n-- migrate:down\ndrop table t%1$s;\n".formatted(id),
                parents);
    }

    Bench script(String id, String sections, String... parents) {
        scripts.put(
                id + ".sql",
                "-- Add %1$s\n--\n-- Revision: %1$s\n-- Revises: %2$s\n\n%3$s"
                        .formatted(id, String.join(", ", parents), sections));
        return this;
    }

    /** One more line in the header of a revision. */
    Bench header(String id, String line) {
        String text = scripts.text(id + ".sql").orElseThrow();
        scripts.put(id + ".sql", text.replaceFirst("-- Revises", "-- " + line + "\n-- Revises"));
        return this;
    }

    /** A revision whose two statements commit on their own. */
    Bench concurrentIndex(String id, String... parents) {
        return script(id, """
                -- migrate:up transaction:false
                create index concurrently i%1$s on t (c);
                create index concurrently j%1$s on t (d);
                -- migrate:down transaction:false
                drop index concurrently j%1$s;
                drop index concurrently i%1$s;
                """.formatted(id), parents);
    }

    RunContext context() {
        return context(events);
    }

    RunContext context(EventSink sink) {
        return new RunContext(sink, cancellation);
    }

    UseCases useCases() {
        MigratorConfig config = new MigratorConfig(
                new ConnectionConfig(
                        "memory", 5432, "fataplus_dev", "fataplus_user", Optional.empty(), Map.of(), Duration.ZERO),
                new ScriptsConfig(
                        "migrations",
                        ScriptsConfig.Folders.of("versions"),
                        new ScriptsConfig.NewFiles(
                                "{rev}_{slug}.sql", 40, ScriptsConfig.IdStyle.SEQUENTIAL, ZoneOffset.UTC),
                        hooks,
                        Optional.empty()),
                new BackupConfig(
                        backup,
                        "backups",
                        BackupConfig.Format.PLAIN,
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new RunConfig(
                        transaction,
                        onFailure,
                        Duration.ZERO,
                        Duration.ofMillis(500),
                        Duration.ofMinutes(10),
                        Optional.empty()),
                new LedgerConfig("fata"));
        return new UseCases(
                new EffectiveConfig(config, List.of()),
                new UseCases.Ports(
                        database,
                        dump,
                        backups,
                        newDatabases,
                        scripts,
                        grammar,
                        soundTexts,
                        programs,
                        serverGrammar,
                        scratches,
                        new InMemoryOfflineScripts()),
                new Operator("farmer@laptop", "0.1.0"),
                CLOCK,
                new NoPauses());
    }

    RunReport upgrade(String target) {
        return useCases().upgrade().run(new Upgrade.Request(target, List.of(), Optional.empty()), context());
    }

    RunReport downgrade(String target) {
        return useCases().downgrade().run(new Downgrade.Request(target, Optional.empty()), context());
    }

    List<String> applied() {
        return database.ledger().applied().stream().map(row -> row.id().value()).toList();
    }

    static MigrationFailure failureOf(ThrowingCallable work) {
        return assertThatExceptionOfType(MigrationException.class)
                .isThrownBy(work)
                .actual()
                .failure();
    }

    static List<RevisionId> ids(String... names) {
        return Stream.of(names).map(RevisionId::new).toList();
    }

    /** Jitter without waiting: each pause is as short as it can be. */
    private static final class NoPauses extends Random {
        private static final long serialVersionUID = 1;

        @Override
        public long nextLong(long bound) {
            return 0;
        }
    }
}
