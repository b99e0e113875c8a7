package com.fataplus.migrations.cli.completion;

import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.cli.completion.CommandWords.Option;
import java.util.List;
import java.util.stream.Stream;

/** The {@code complete} lines of fish: one for each command, option and argument. */
final class FishLines {
    private FishLines() {}

    static String of(List<CommandWords> commands) {
        return CompletionScript.lines(Stream.concat(
                Stream.of(
                        "set -g __fata_commands " + paths(commands),
                        "set -g __fata_takes_value " + takingValue(commands)),
                commands.stream().flatMap(command -> lines(command, commands.getFirst()))));
    }

    private static String paths(List<CommandWords> commands) {
        return commands.stream()
                .map(CommandWords::path)
                .filter(path -> !path.isEmpty())
                .map(FishLines::inFish)
                .collect(joining(" "));
    }

    private static String takingValue(List<CommandWords> commands) {
        return commands.stream()
                .flatMap(command -> command.options().stream())
                .filter(Option::takesValue)
                .flatMap(option -> option.names().stream())
                .distinct()
                .collect(joining(" "));
    }

    private static Stream<String> lines(CommandWords command, CommandWords root) {
        String at = "complete -c fata -n " + inFish("__fata_at " + inFish(command.path()));
        boolean isRoot = command.path().isEmpty();
        return Stream.of(
                        command.subcommands().stream()
                                .map(word -> at + " -a " + word.name() + " -d " + inFish(word.description())),
                        command.arguments().stream().map(arguments -> at + values(arguments)),
                        command.options().stream()
                                .filter(option -> isRoot || !root.options().contains(option))
                                .map(option -> (isRoot ? "complete -c fata" : at) + option(option)))
                .flatMap(lines -> lines);
    }

    private static String option(Option option) {
        String names = option.names().stream()
                .map(name -> name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1))
                .collect(joining());
        String value = option.takesValue()
                ? " -x" + option.values().map(FishLines::values).orElse("")
                : "";
        return names + value + " -d " + inFish(option.description());
    }

    private static String values(Candidates candidates) {
        return switch (candidates) {
            case Candidates.Words words -> " -a " + inFish(String.join(" ", words.words()));
            case Candidates.Looked looked ->
                " -a " + inFish("(__fata_list " + looked.kind().word() + ")");
        };
    }

    /** Fish knows two escapes in single quotes. */
    private static String inFish(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
