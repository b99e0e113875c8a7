package com.fataplus.migrations.cli;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.SarifDocument;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.failure.MigrationFailure;
import com.fataplus.migrations.cli.command.Commands;
import com.fataplus.migrations.cli.command.EventFormat;
import com.fataplus.migrations.cli.command.ExitCode;
import com.fataplus.migrations.cli.command.OutputFormat;
import com.fataplus.migrations.cli.command.Shell;
import com.fataplus.migrations.cli.command.Shell.World;
import com.fataplus.migrations.cli.render.Answer;
import com.fataplus.migrations.cli.render.Terminal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Arguments in, exit code out; whatever goes wrong is told once, in the form that was asked for. */
public final class CommandLineInterface {
    private final World world;
    private final Terminal terminal;

    public CommandLineInterface(World world, Terminal terminal) {
        this.world = requireNonNull(world, "world");
        this.terminal = requireNonNull(terminal, "terminal");
    }

    /** Runs one command; what is not a {@link MigrationException} is a bug of ours and shows its stack trace. */
    public int run(String... arguments) {
        // Read before anything else is: help and complaints about arguments are asked without colours, too.
        boolean plain = List.of(arguments).contains("--no-color");
        Shell shell = new Shell(world, plain ? terminal.plain() : terminal);
        CommandLine commandLine = Commands.of(shell)
                .setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setParameterExceptionHandler((exception, ignored) -> usage(shell, exception, arguments))
                .setExecutionExceptionHandler((exception, command, ignored) -> failed(shell, exception, command));
        return delivered(shell, commandLine.execute(arguments));
    }

    /** An answer that did not arrive is no success, whatever became of the work. */
    private static int delivered(Shell shell, int exitCode) {
        Optional<String> loss = shell.terminal().loss();
        int told = loss.isPresent() && exitCode == ExitCode.OK ? ExitCode.OUR_BUG : exitCode;
        loss.ifPresent(reason -> shell.failed(
                new InputFailure.BadRequest(
                        "output.lost",
                        "the answer could not be written to standard output: " + reason,
                        Optional.of("see what became of the work: fata status")),
                told,
                shell.eventFormat()));
        return told;
    }

    private int usage(Shell shell, ParameterException exception, String... arguments) {
        CommandLine command = exception.getCommandLine();
        String name = nameOf(command);
        var failure = new InputFailure.BadRequest(
                "usage",
                UsageProblem.of(exception),
                Optional.of(command.getCommandSpec().qualifiedName() + " --help"));
        return told(
                shell,
                failure,
                name,
                OutputFormat.askedFor(List.of(arguments)).orElse(OutputFormat.TEXT),
                EventFormat.askedFor(List.of(arguments)));
    }

    private int failed(Shell shell, Exception exception, CommandLine command) throws Exception {
        if (!(exception instanceof MigrationException known)) {
            throw exception;
        }
        return told(shell, known.failure(), nameOf(command), shell.format(), shell.eventFormat());
    }

    private int told(Shell shell, MigrationFailure failure, String command, OutputFormat format, EventFormat events) {
        int exitCode = ExitCode.of(failure.kind());
        shell.failed(failure, exitCode, events);
        switch (format) {
            case TEXT -> {}
            case JSON -> Answer.json(shell.terminal(), command, exitCode, failure);
            case SARIF -> Answer.json(shell.terminal(), SarifDocument.of(failure, world.version(), exitCode));
        }
        return exitCode;
    }

    /** Without the program's own name: {@code backup create}. */
    private static String nameOf(CommandLine command) {
        return command.getCommandSpec().qualifiedName().replaceFirst("^fata ?", "");
    }
}
