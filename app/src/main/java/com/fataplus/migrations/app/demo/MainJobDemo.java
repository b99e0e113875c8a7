package com.fataplus.migrations.app.demo;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.Cancellation;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.port.ConfigRequest;
import com.fataplus.migrations.application.usecase.ShowHeads;
import com.fataplus.migrations.cli.CommandLineInterface;
import com.fataplus.migrations.cli.command.ExitCode;
import com.fataplus.migrations.cli.command.Shell;
import com.fataplus.migrations.cli.render.Terminal;
import com.fataplus.migrations.domain.revision.Follow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the real commands on the Fataplus schema, one after the other, and says what to look at. */
public final class MainJobDemo implements Shell.Demo {
    private final Path migrations;
    private final Worlds worlds;

    public MainJobDemo(Path migrations, Worlds worlds) {
        this.migrations = requireNonNull(migrations, "migrations");
        this.worlds = requireNonNull(worlds, "worlds");
    }

    /** Makes what lies behind a command line whose environment is the given one. */
    @FunctionalInterface
    public interface Worlds {
        Shell.World of(Map<String, String> environment, Cancellation cancellation);
    }

    /** Leaves no process and no folder behind, however it ends. */
    @Override
    public int run(Terminal terminal, Cancellation cancellation) {
        int exitCode;
        try (DemoFolder folder = DemoFolder.copyOf(migrations)) {
            terminal.out().println("Starting a PostgreSQL server in " + folder.root() + " ...");
            try (DemoServer server = DemoServer.start(folder.root())) {
                Shell.World world = worlds.of(server.environment(), cancellation);
                List<Story.Beat> story = Story.in(folder, head(world, folder));
                exitCode = play(story, new CommandLineInterface(world, terminal), folder, terminal);
            }
        }
        say(
                terminal,
                exitCode == ExitCode.OK
                        ? "That was the main job; the server and its folder are gone again."
                        : "The demo ended early; the server and its folder are gone again.");
        return exitCode;
    }

    /** The revision on which the story builds. */
    private static String head(Shell.World world, DemoFolder folder) {
        var request = ConfigRequest.of(Optional.of(folder.configuration().toString()), Map.of());
        var context = new RunContext(ignored -> {}, world.cancellation());
        return world.open()
                .apply(request)
                .showHeads()
                .run(new ShowHeads.Request(Follow.PARENTS), context)
                .heads()
                .getFirst()
                .revision()
                .id()
                .value();
    }

    /** Ends at the first command that does not do what it should, with its exit code. */
    private static int play(
            List<Story.Beat> story, CommandLineInterface commandLine, DemoFolder folder, Terminal terminal) {
        for (Story.Beat beat : story) {
            switch (beat) {
                case Story.Say say -> say(terminal, say.sentence());
                case Story.Show show -> show(terminal, show);
                case Story.Do change -> change.change().run();
                case Story.Type type -> {
                    int exitCode = type(type, commandLine, folder, terminal);
                    if (exitCode != type.expectedExitCode()) {
                        return Math.max(exitCode, ExitCode.OUR_BUG);
                    }
                }
            }
        }
        return ExitCode.OK;
    }

    private static int type(Story.Type type, CommandLineInterface commandLine, DemoFolder folder, Terminal terminal) {
        terminal.out().println();
        terminal.out().println(terminal.style().strong("$ fata " + String.join(" ", type.arguments())));
        List<String> typed = new ArrayList<>(type.arguments());
        typed.add("--config=" + folder.configuration());
        return commandLine.run(typed.toArray(String[]::new));
    }

    private static void show(Terminal terminal, Story.Show show) {
        terminal.out().println();
        terminal.out().println(terminal.style().strong("$ cat " + show.name()));
        terminal.out().print(show.text());
    }

    private static void say(Terminal terminal, String sentence) {
        terminal.out().println();
        terminal.out().println(terminal.style().good("# " + sentence));
    }
}
