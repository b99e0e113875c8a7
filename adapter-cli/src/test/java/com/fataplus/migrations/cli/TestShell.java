package com.fataplus.migrations.cli;

import com.fataplus.migrations.application.config.BackupConfig;
import com.fataplus.migrations.application.config.ConnectionConfig;
import com.fataplus.migrations.application.config.EffectiveConfig;
import com.fataplus.migrations.application.config.LedgerConfig;
import com.fataplus.migrations.application.config.MigratorConfig;
import com.fataplus.migrations.application.config.RunConfig;
import com.fataplus.migrations.application.config.ScriptsConfig;
import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
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
import com.fataplus.migrations.application.port.ConfigRequest;
import com.fataplus.migrations.application.port.ProjectStore;
import com.fataplus.migrations.application.port.ProjectTemplate;
import com.fataplus.migrations.application.usecase.InitProject;
import com.fataplus.migrations.application.usecase.ListTemplates;
import com.fataplus.migrations.application.usecase.Operator;
import com.fataplus.migrations.application.usecase.UseCases;
import com.fataplus.migrations.cli.command.Shell.World;
import com.fataplus.migrations.cli.render.Style;
import com.fataplus.migrations.cli.render.Terminal;
import com.fataplus.migrations.cli.render.Terminal.Liveness;
import com.fataplus.migrations.domain.plan.TransactionMode;
import com.fataplus.migrations.domain.script.DurationText;
import com.fataplus.migrations.domain.script.OnFailure;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The whole command line over memory: type something, look at what it prints. */
final class TestShell {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:30:00Z"), ZoneOffset.UTC);

    final InMemoryDatabase database = new InMemoryDatabase(CLOCK);
    final InMemoryScratchDatabases scratches = new InMemoryScratchDatabases(CLOCK);
    final InMemoryScripts scripts = new InMemoryScripts();
    final InMemoryGrammar grammar = new InMemoryGrammar();
    final InMemoryPrograms programs = new InMemoryPrograms();
    private final InMemoryBackups backups = new InMemoryBackups(1_000_000);
    private final InMemoryNewDatabases newDatabases = new InMemoryNewDatabases(database, CLOCK);
    private final InMemoryDump dump = new InMemoryDump(18, newDatabases);

    /** What a command left behind. */
    record Result(int exitCode, String out, String err) {}

    /** A revision that creates a table of its own name, and drops it again. */
    TestShell table(String id, String message, String... parents) {
        return file(id + ".sql", id, message, parents);
    }

    /** A base that depends on another revision. */
    TestShell dependent(String id, String message, String dependsOn) {
        scripts.put(id + ".sql", """
                -- %2$s
                --
                -- Revision: %1$s
                -- Revises:
                -- Depends on: %3$s

                -- migrate:up
                create table %1$s (id int);

                -- migrate:down
                drop table %1$s;
                """.formatted(id, message, dependsOn));
        return this;
    }

    /** The same, in a file of this name. */
    TestShell file(String name, String id, String message, String... parents) {
        scripts.put(name, """
                -- %2$s
                --
                -- Revision: %1$s
                -- Revises: %3$s

                -- migrate:up
                create table %1$s (id int);

                -- migrate:down
                drop table %1$s;
                """.formatted(id, message, String.join(", ", parents)));
        return this;
    }

    /** A base whose line has a name. */
    TestShell labelled(String id, String message, String label) {
        table(id, message);
        String text = scripts.text(id + ".sql").orElseThrow();
        scripts.put(id + ".sql", text.replace("-- Revises:", "-- Labels: " + label + "\n-- Revises:"));
        return this;
    }

    Result type(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var terminal = new Terminal(stream(out), stream(err), Style.PLAIN, Liveness.PIPE);
        int exitCode = new CommandLineInterface(world(), terminal).run(arguments);
        return new Result(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Nobody listens. */
    static Terminal silent() {
        var nowhere = new ByteArrayOutputStream();
        return new Terminal(stream(nowhere), stream(nowhere), Style.PLAIN, Liveness.PIPE);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    World world() {
        return new World(
                this::useCases,
                new InitProject(new MemoryProjects()),
                new ListTemplates(new MemoryProjects()),
                (terminal, cancellation) -> {
                    terminal.out().println("the demonstration");
                    return 0;
                },
                new Cancellation(),
                CLOCK,
                ZoneOffset.UTC,
                "0.1.0");
    }

    private UseCases useCases(ConfigRequest request) {
        request.file().ifPresent(file -> {
            throw new MigrationException(new InputFailure.ConfigurationBroken(List.of(file + ": no such file")));
        });
        MigratorConfig config = new MigratorConfig(
                new ConnectionConfig(
                        "memory", 5432, "fataplus_dev", "fataplus_user", Optional.empty(), Map.of(), Duration.ZERO),
                ScriptsConfig.plain(
                        "migrations",
                        ScriptsConfig.Folders.of("versions"),
                        new ScriptsConfig.NewFiles(
                                "{rev}_{slug}.sql", 40, ScriptsConfig.IdStyle.SEQUENTIAL, ZoneOffset.UTC)),
                new BackupConfig(
                        setting(request, "backup.when", BackupConfig.When.class, BackupConfig.When.RUN),
                        "backups",
                        BackupConfig.Format.PLAIN,
                        1,
                        Optional.empty(),
                        Optional.ofNullable(request.options().get("backup.keep"))
                                .map(Integer::valueOf),
                        Optional.ofNullable(request.options().get("backup.older_than"))
                                .flatMap(DurationText::parse)),
                new RunConfig(
                        setting(request, "run.transaction", TransactionMode.class, TransactionMode.AUTO),
                        setting(request, "run.on_failure", OnFailure.class, OnFailure.AUTO),
                        Duration.ZERO,
                        Duration.ofMillis(500),
                        Duration.ZERO,
                        Optional.empty()),
                new LedgerConfig("fata"));
        return new UseCases(
                new EffectiveConfig(config, List.of(new EffectiveConfig.Setting("database.host", "memory", "default"))),
                new UseCases.Ports(
                        database,
                        dump,
                        backups,
                        newDatabases,
                        scripts,
                        grammar,
                        new InMemorySoundTexts(),
                        programs,
                        new InMemoryServerGrammar(),
                        scratches,
                        new InMemoryOfflineScripts()),
                new Operator("farmer@laptop", "0.1.0"),
                CLOCK,
                new Random(1));
    }

    private static final class MemoryProjects implements ProjectStore {
        @Override
        public List<ProjectTemplate> templates() {
            return List.of(
                    new ProjectTemplate("generic", "one database"), new ProjectTemplate("environments", "several"));
        }

        @Override
        public List<String> create(String directory, ProjectTemplate template) {
            return List.of(directory + "/fata.toml as " + template.name(), directory + "/versions");
        }
    }

    private static <E extends Enum<E>> E setting(ConfigRequest request, String key, Class<E> type, E otherwise) {
        return Optional.ofNullable(request.options().get(key))
                .map(word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT)))
                .orElse(otherwise);
    }
}
