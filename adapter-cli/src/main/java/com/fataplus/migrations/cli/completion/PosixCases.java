package com.fataplus.migrations.cli.completion;

import static com.fataplus.migrations.cli.completion.CompletionScript.lines;
import static com.fataplus.migrations.cli.completion.CompletionScript.quoted;
import static java.util.stream.Collectors.joining;

import com.fataplus.migrations.cli.completion.CommandWords.Option;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The functions that bash and zsh share: what there is after each command, a line each as {@code name:description}. */
final class PosixCases {
    private final List<CommandWords> commands;
    private final List<Option> common;

    private PosixCases(List<CommandWords> commands) {
        this.commands = commands;
        this.common = commands.getFirst().options();
    }

    static String of(List<CommandWords> commands) {
        PosixCases cases = new PosixCases(commands);
        return lines(Stream.of(
                function("_fata_subcommands", "$1", cases.each(cases::subcommands), ""),
                function("_fata_options", "$1", cases.each(cases::options), printed(names(cases.common))),
                function("_fata_values", "\"$1 $2\"", cases.values(), "")));
    }

    private static String function(String name, String subject, Stream<String> cases, String always) {
        return lines(Stream.of(
                        Stream.of(name + "() {", "    case " + subject + " in"),
                        cases.map(line -> "        " + line),
                        Stream.of("    esac"),
                        Stream.of(always).filter(line -> !line.isEmpty()).map(line -> "    " + line),
                        Stream.of("}", ""))
                .flatMap(lines -> lines));
    }

    private Stream<String> each(Function<CommandWords, Stream<String>> words) {
        return commands.stream()
                .filter(command -> words.apply(command).findAny().isPresent())
                .map(command -> quoted(command.path()) + ") " + printed(words.apply(command)) + " ;;");
    }

    private Stream<String> subcommands(CommandWords command) {
        return command.subcommands().stream().map(word -> word.name() + ":" + word.description());
    }

    private Stream<String> options(CommandWords command) {
        return names(own(command));
    }

    private List<Option> own(CommandWords command) {
        return command.options().stream()
                .filter(option -> !common.contains(option))
                .toList();
    }

    private static Stream<String> names(List<Option> options) {
        return options.stream()
                .flatMap(option -> option.names().stream().map(name -> name + ":" + option.description()));
    }

    private Stream<String> values() {
        return Stream.concat(
                commands.stream()
                        .flatMap(command -> Stream.concat(
                                taking(own(command)).map(option -> valuesOf(option, command.path() + " ", "")),
                                command.arguments().stream()
                                        .map(arguments -> quoted(command.path() + " ") + ") echo "
                                                + arguments.shellWords() + " ;;"))),
                taking(common).map(option -> valuesOf(option, " ", "*")));
    }

    private static Stream<Option> taking(List<Option> options) {
        return options.stream().filter(Option::takesValue);
    }

    private static String valuesOf(Option option, String before, String wildcard) {
        return option.names().stream()
                        .map(name -> wildcard + quoted(before + name))
                        .collect(joining(" | ")) + ") echo "
                + option.values().map(Candidates::shellWords).orElse("text") + " ;;";
    }

    private static String printed(Stream<String> words) {
        return "printf '%s\\n' " + words.map(CompletionScript::quoted).collect(joining(" "));
    }
}
