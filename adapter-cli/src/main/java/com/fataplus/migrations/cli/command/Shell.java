package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.event.EventSink;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.application.port.ConfigRequest;
import com.fataplus.migrations.application.usecase.InitProject;
import com.fataplus.migrations.application.usecase.ListTemplates;
import com.fataplus.migrations.application.usecase.UseCases;
import com.fataplus.migrations.cli.render.Answer;
import com.fataplus.migrations.cli.render.EventLines;
import com.fataplus.migrations.cli.render.Progress;
import com.fataplus.migrations.cli.render.Screen;
import com.fataplus.migrations.cli.render.Style;
import com.fataplus.migrations.cli.render.Terminal;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What every command needs: its global options, the use cases they lead to, and somewhere to answer. */
public final class Shell {
    private final World world;
    private final Terminal terminal;
    private final GlobalOptions options = new GlobalOptions();
    private Optional<Progress> progress = Optional.empty();

    public Shell(World world, Terminal terminal) {
        this.world = requireNonNull(world, "world");
        this.terminal = requireNonNull(terminal, "terminal");
    }

    /**
     * What lies behind the command line.
     *
     * @param open makes the use cases for a configuration, without any I/O beyond reading it
     * @param demo runs the demonstration and returns its exit code
     */
    public record World(
            Function<ConfigRequest, UseCases> open,
            InitProject init,
            ListTemplates templates,
            Demo demo,
            Cancellation cancellation,
            Clock clock,
            ZoneId zone,
            String version) {
        public World {
            requireNonNull(open, "open");
            requireNonNull(init, "init");
            requireNonNull(templates, "templates");
            requireNonNull(demo, "demo");
            requireNonNull(cancellation, "cancellation");
            requireNonNull(clock, "clock");
            requireNonNull(zone, "zone");
            requireNonNull(version, "version");
        }
    }

    /** The demonstration, which needs more than ports: a server of its own. */
    @FunctionalInterface
    public interface Demo {
        int run(Terminal terminal, Cancellation cancellation);
    }

    World world() {
        return world;
    }

    GlobalOptions options() {
        return options;
    }

    /** The streams, with colours where they are wanted. */
    public Terminal terminal() {
        return options.wantsColour() ? terminal : terminal.plain();
    }

    Style style() {
        return terminal().style();
    }

    Screen screen() {
        return terminal.screen();
    }

    ZoneId zone() {
        return world.zone();
    }

    UseCases open() {
        return open(Map.of());
    }

    /** The use cases with settings given as options, by configuration key. */
    UseCases open(Map<String, String> settings) {
        return world.open()
                .apply(new ConfigRequest(
                        options.configFile(), options.environment(), settings, options.placeholders()));
    }

    RunContext context() {
        EventSink sink = switch (options.events()) {
            case TEXT -> watched();
            case NDJSON -> new EventLines(terminal(), world.clock());
        };
        return new RunContext(sink, world.cancellation());
    }

    private Progress watched() {
        progress.ifPresent(Progress::end);
        Progress next = Progress.on(terminal(), options.detail());
        progress = Optional.of(next);
        return next;
    }

    /** Tells why a command failed, in the form in which progress is told. */
    public void failed(MigrationFailure failure, int exitCode, EventFormat format) {
        progress.ifPresent(Progress::end);
        switch (format) {
            case TEXT -> Answer.failure(terminal(), failure);
            case NDJSON -> new EventLines(terminal(), world.clock()).failed(failure, exitCode);
        }
    }

    /** The form of progress asked for. */
    public EventFormat eventFormat() {
        return options.events();
    }

    /** Answers on standard output in the form asked for. */
    int answer(String command, Map<String, Object> document, List<String> text) {
        return answer(command, document, text, ExitCode.OK);
    }

    int answer(String command, Map<String, Object> document, List<String> text, int exitCode) {
        progress.ifPresent(Progress::end);
        switch (format()) {
            case TEXT -> Answer.text(terminal(), text);
            case JSON -> Answer.json(terminal(), command, exitCode, document);
            case SARIF -> throw new IllegalStateException("refused before it began: " + command);
        }
        return exitCode;
    }

    /** Answers with a document that needs no envelope. */
    int answer(Map<String, Object> document, int exitCode) {
        Answer.json(terminal(), document);
        return exitCode;
    }

    /** The form of answers asked for. */
    public OutputFormat format() {
        return options.output();
    }
}
