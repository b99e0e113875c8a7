package com.fataplus.migrations.cli.command;

import static java.util.stream.Collectors.joining;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_DESCRIPTION;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_EXIT_CODE_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The order of a help text: what is the command's own comes first, what every command has after it. */
final class HelpLayout {
    private static final String SECTION_KEY_COMMON_OPTIONS = "commonOptions";

    private static final int INDENTATION = 2;

    private HelpLayout() {}

    /** For a command and all below it. */
    static void applyTo(CommandLine command) {
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        usage.customSynopsis(synopsis(command))
                .descriptionHeading("%n")
                .parameterListHeading("%n")
                .commandListHeading("%nCommands:%n")
                .exitCodeListHeading(usage.exitCodeList().isEmpty() ? "" : "%nExit codes:%n");
        if (command.getParent() == null) {
            usage.sectionMap().put(SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
            usage.sectionMap().put(SECTION_KEY_COMMAND_LIST, HelpLayout::groupedCommands);
        }
        usage.sectionMap().put(SECTION_KEY_DESCRIPTION, HelpLayout::description);
        usage.sectionMap().put(SECTION_KEY_OPTION_LIST_HEADING, help -> "");
        usage.sectionMap().put(SECTION_KEY_OPTION_LIST, help -> options(help, "Options", option -> !isCommon(option)));
        usage.sectionMap()
                .put(
                        SECTION_KEY_COMMON_OPTIONS,
                        help -> options(help, "Options of every command", HelpLayout::isCommon));
        usage.sectionKeys(withCommonOptions(usage.sectionKeys()));
        new LinkedHashSet<>(command.getSubcommands().values()).forEach(HelpLayout::applyTo);
    }

    /** Whether it is an option of every command. */
    static boolean isCommon(OptionSpec option) {
        return option.scopeType() == CommandLine.ScopeType.INHERIT || option.usageHelp() || option.versionHelp();
    }

    /** {@code fata revision -m=TEXT [OPTIONS]}: what has to be typed, and where the rest goes. */
    private static String synopsis(CommandLine command) {
        String required = command.getCommandSpec().requiredArgs().stream()
                .filter(OptionSpec.class::isInstance)
                .map(OptionSpec.class::cast)
                .map(option -> option.shortestName() + "=" + option.paramLabel() + " ")
                .collect(joining());
        return command.getHelp().abbreviatedSynopsis().strip().replace("[OPTIONS]", required + "[OPTIONS]");
    }

    private static List<String> withCommonOptions(List<String> keys) {
        List<String> all = new ArrayList<>(keys);
        all.add(all.indexOf(SECTION_KEY_EXIT_CODE_LIST_HEADING), SECTION_KEY_COMMON_OPTIONS);
        return all;
    }

    private static String options(Help help, String title, Predicate<OptionSpec> which) {
        List<OptionSpec> options = help.commandSpec().options().stream()
                .filter(option -> !option.hidden())
                .filter(which)
                .toList();
        return options.isEmpty() ? "" : "%n%s:%n".formatted(title) + help.optionListExcludingGroups(options);
    }

    private static String groupedCommands(Help help) {
        Map<String, Help> commands = new HashMap<>();
        help.subcommands()
                .values()
                .forEach(command -> commands.put(command.commandSpec().name(), command));
        int names = commands.keySet().stream().mapToInt(String::length).max().orElse(0) + 2 * INDENTATION;
        int width = help.commandSpec().usageMessage().width();
        StringBuilder text = new StringBuilder();
        for (CommandGroup group : CommandGroup.ALL) {
            TextTable table = TextTable.forColumns(
                    help.colorScheme(),
                    new Column(names, INDENTATION, Overflow.SPAN),
                    new Column(width - names, 0, Overflow.WRAP));
            group.commands().stream()
                    .map(commands::get)
                    .map(Help::commandSpec)
                    .forEach(command -> table.addRowValues(
                            help.colorScheme().commandText(command.name()),
                            help.colorScheme().text(purpose(command))));
            text.append("%n%s:%n".formatted(group.title())).append(table);
        }
        return text.toString();
    }

    /** The first sentence of the command's help, and its other name where that is not merely another spelling. */
    private static String purpose(CommandSpec command) {
        String also = Stream.of(command.aliases())
                .filter(alias -> !alias.equals(command.name().replace('-', '_')))
                .collect(joining(", "));
        return command.usageMessage().description()[0] + (also.isEmpty() ? "" : " Also: " + also + ".");
    }

    /** As one paragraph, whatever the width. */
    private static String description(Help help) {
        TextTable paragraph = TextTable.forColumns(
                help.colorScheme(), new Column(help.commandSpec().usageMessage().width(), 0, Overflow.WRAP));
        paragraph.indentWrappedLines = 0;
        paragraph.addRowValues(
                String.join(" ", help.commandSpec().usageMessage().description()));
        return paragraph.toString();
    }
}
