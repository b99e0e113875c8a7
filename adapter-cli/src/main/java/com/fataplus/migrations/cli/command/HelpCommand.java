package com.fataplus.migrations.cli.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code fata help}. */
@Command(
        name = "help",
        description = "Explains a command, or says which there are.",
        footer = {"", "Examples:", "  fata help upgrade", "  fata help backup create"})
final class HelpCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "the command, and its own subcommand")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        CommandLine command = spec.parent().commandLine();
        for (String name : names) {
            CommandLine parent = command;
            command = parent.getSubcommands().get(name);
            if (command == null) {
                throw new UnmatchedArgumentException(parent, List.of(name));
            }
        }
        command.usage(spec.commandLine().getOut());
        return ExitCode.OK;
    }
}
