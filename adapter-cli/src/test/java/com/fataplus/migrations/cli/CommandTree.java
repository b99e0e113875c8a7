package com.fataplus.migrations.cli;

import com.fataplus.migrations.cli.command.Commands;
import com.fataplus.migrations.cli.command.Shell;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Every command that people see, as the command line itself has them. */
public final class CommandTree {
    private CommandTree() {}

    /** Parents before their children, in the order of the help; aliases count as their command. */
    public static List<CommandLine> commands() {
        return below(Commands.of(new Shell(new TestShell().world(), TestShell.silent())))
                .toList();
    }

    private static Stream<CommandLine> below(CommandLine command) {
        return Stream.concat(
                Stream.of(command),
                new LinkedHashSet<>(command.getSubcommands().values())
                        .stream()
                                .filter(child ->
                                        !child.getCommandSpec().usageMessage().hidden())
                                .flatMap(CommandTree::below));
    }

    /** With the program's name: {@code fata backup create}. */
    static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }

    static Optional<CommandLine> named(String name) {
        return commands().stream().filter(command -> name(command).equals(name)).findFirst();
    }

    /** Whether these words, without the program's own, run this command or one below it, by name or alias. */
    static boolean isOf(CommandLine command, List<String> words) {
        CommandLine reached = root(command);
        for (String word : words) {
            if (reached.equals(command) || !reached.getSubcommands().containsKey(word)) {
                break;
            }
            reached = reached.getSubcommands().get(word);
        }
        return reached.equals(command);
    }

    private static CommandLine root(CommandLine command) {
        return Optional.ofNullable(command.getParent()).map(CommandTree::root).orElse(command);
    }

    /** The lines of the help's end that can be typed. */
    static List<String> examples(CommandLine command) {
        return Stream.of(command.getCommandSpec().usageMessage().footer())
                .filter(line -> line.startsWith("  fata"))
                .map(String::strip)
                .toList();
    }
}
