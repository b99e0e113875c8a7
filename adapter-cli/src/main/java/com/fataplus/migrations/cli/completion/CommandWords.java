package com.fataplus.migrations.cli.completion;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What can be typed after a command.
 *
 * @param path the command without the program's name, as {@code backup create}; empty for the program alone
 * @param arguments what may stand for its arguments
 */
record CommandWords(String path, List<Subcommand> subcommands, List<Option> options, Optional<Candidates> arguments) {
    CommandWords {
        requireNonNull(path, "path");
        subcommands = List.copyOf(subcommands);
        options = List.copyOf(options);
        requireNonNull(arguments, "arguments");
    }

    record Subcommand(String name, String description) {}

    /**
     * An option by all its names.
     *
     * @param takesValue whether the next word belongs to it
     */
    record Option(List<String> names, String description, boolean takesValue, Optional<Candidates> values) {
        Option {
            names = List.copyOf(names);
            requireNonNull(values, "values");
        }
    }

    /** The command itself first, then all below it; what the help hides is left out. */
    static List<CommandWords> of(CommandLine command) {
        return below("", command).toList();
    }

    private static Stream<CommandWords> below(String path, CommandLine command) {
        List<Subcommand> subcommands = new ArrayList<>();
        List<CommandWords> children = new ArrayList<>();
        command.getSubcommands().forEach((name, child) -> {
            var usage = child.getCommandSpec().usageMessage();
            // Alembic's spelling works, but one is enough to choose from.
            if (!usage.hidden() && !name.contains("_")) {
                subcommands.add(new Subcommand(name, usage.description()[0]));
                below((path + " " + name).strip(), child).forEach(children::add);
            }
        });
        var spec = command.getCommandSpec();
        Stream<CommandWords> own = Stream.of(new CommandWords(
                path,
                subcommands,
                spec.options().stream()
                        .filter(option -> !option.hidden())
                        .map(CommandWords::option)
                        .toList(),
                spec.positionalParameters().stream().findFirst().flatMap(Candidates::of)));
        return Stream.concat(own, children.stream());
    }

    private static Option option(OptionSpec option) {
        return new Option(
                List.of(option.names()), option.description()[0], option.arity().max() > 0, Candidates.of(option));
    }
}
