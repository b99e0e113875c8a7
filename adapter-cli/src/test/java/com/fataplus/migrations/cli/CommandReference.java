package com.fataplus.migrations.cli;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code docs/commands.md}, written from the commands themselves so that it cannot lag behind. */
final class CommandReference {
    private final List<String> lines = new ArrayList<>();

    private final CommandSpec fata;

    private CommandReference(CommandSpec fata) {
        this.fata = fata;
    }

    static String markdown(List<CommandLine> commands) {
        var reference = new CommandReference(commands.getFirst().getCommandSpec());
        reference.preamble(commands);
        commands.stream().skip(1).forEach(reference::command);
        return String.join("\n", reference.lines) + "\n";
    }

    private void preamble(List<CommandLine> commands) {
        lines.add("# Commands");
        lines.add("");
        lines.add(
                "Written from the commands' own help by `make docs`; do not edit. `fata COMMAND --help` says the same.");
        lines.add("");
        table(
                "command",
                commands.stream()
                        .skip(1)
                        .map(command -> List.of(
                                "[`%s`](#%s)"
                                        .formatted(
                                                names(command),
                                                CommandTree.name(command).replace(' ', '-')),
                                cell(List.of(
                                        command.getCommandSpec().usageMessage().description()[0]))))
                        .toList());
        heading("Options of every command");
        lines.add("They may stand before the command or after it.");
        lines.add("");
        table("option", options(fata.options().stream()).toList());
        heading("Exit codes");
        exitCodes(commands.getFirst());
    }

    private void command(CommandLine command) {
        heading(CommandTree.name(command));
        lines.addAll(List.of(command.getCommandSpec().usageMessage().description()));
        lines.add("");
        block("", List.of(command.getCommandSpec().usageMessage().customSynopsis()));
        List<List<String>> rows = Stream.concat(
                        command.getCommandSpec().positionalParameters().stream()
                                .filter(parameter -> !parameter.hidden())
                                .map(CommandReference::row),
                        options(command.getCommandSpec().options().stream()
                                .filter(option -> !fata.optionsMap().containsKey(option.longestName()))))
                .toList();
        if (!rows.isEmpty()) {
            lines.add("");
            table("option", rows);
        }
        lines.add("");
        block("sh", CommandTree.examples(command));
        if (!command.getCommandSpec().usageMessage().exitCodeList().isEmpty()) {
            lines.add("");
            exitCodes(command);
        }
    }

    private void heading(String text) {
        lines.addAll(List.of("", "## " + text, ""));
    }

    private void block(String language, List<String> content) {
        lines.add("```" + language);
        lines.addAll(content);
        lines.add("```");
    }

    private void exitCodes(CommandLine command) {
        Map<String, String> meanings = command.getCommandSpec().usageMessage().exitCodeList();
        table(
                "exit code",
                meanings.entrySet().stream()
                        .map(code -> List.of(code.getKey(), code.getValue()))
                        .toList());
    }

    private void table(String what, List<List<String>> rows) {
        lines.add("| " + what + " | meaning |");
        lines.add("|---|---|");
        rows.forEach(row -> lines.add("| " + String.join(" | ", row) + " |"));
    }

    private static String names(CommandLine command) {
        return Stream.concat(
                        Stream.of(CommandTree.name(command)),
                        Stream.of(command.getCommandSpec().aliases()))
                .collect(joining(", "));
    }

    private static Stream<List<String>> options(Stream<OptionSpec> options) {
        return options.filter(option -> !option.hidden())
                .map(option -> List.of(
                        "`" + String.join("`, `", option.names()) + "`"
                                + (option.arity().max() == 0 ? "" : " `" + option.paramLabel() + "`"),
                        cell(List.of(option.description()))));
    }

    private static List<String> row(PositionalParamSpec parameter) {
        return List.of("`" + parameter.paramLabel() + "`", cell(List.of(parameter.description())));
    }

    /** What would end a cell is escaped; what would be taken for a tag too. */
    private static String cell(List<String> text) {
        return Help.Ansi.OFF.string(String.join(" ", text)).replace("|", "\\|").replace("<", "&lt;");
    }
}
