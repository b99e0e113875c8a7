package com.fataplus.migrations.cli;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with the words that were typed, and which were probably meant. */
final class UsageProblem {
    private UsageProblem() {}

    static String of(ParameterException exception) {
        if (exception instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().getFirst();
            return unmatched.isUnknownOption()
                    ? "there is no option '%s'%s".formatted(word, question(option(exception.getCommandLine(), word)))
                    : argument(exception.getCommandLine(), word);
        }
        return isWrongChoice(exception) ? choice(exception) : exception.getMessage();
    }

    /** What somebody meant who typed a command that is not there: a similar name, or one that lies deeper. */
    static List<String> command(CommandLine parent, String typed) {
        List<String> similar = SimilarWords.of(typed, visible(parent));
        return similar.isEmpty() ? deeper(parent, typed) : similar;
    }

    static String question(Collection<String> meant) {
        return meant.isEmpty() ? "" : "; did you mean " + String.join(" or ", meant) + "?";
    }

    private static String argument(CommandLine command, String word) {
        return command.getSubcommands().isEmpty()
                ? "'%s' is one word too many".formatted(word)
                : "there is no command '%s'%s".formatted(word, question(command(command, word)));
    }

    private static List<String> option(CommandLine command, String typed) {
        List<String> names = command.getCommandSpec().options().stream()
                .filter(option -> !option.hidden())
                .map(OptionSpec::names)
                .flatMap(Stream::of)
                .filter(name -> name.startsWith("--"))
                .toList();
        return SimilarWords.of(typed.replaceFirst("=.*", ""), names);
    }

    private static boolean isWrongChoice(ParameterException exception) {
        return exception.getValue() != null
                && exception.getArgSpec() instanceof OptionSpec option
                && option.completionCandidates() != null
                && option.completionCandidates().iterator().hasNext();
    }

    private static String choice(ParameterException exception) {
        var option = (OptionSpec) exception.getArgSpec();
        List<String> choices = new ArrayList<>();
        option.completionCandidates().forEach(choices::add);
        return "%s is %s, not '%s'%s"
                .formatted(
                        option.longestName(),
                        choices.stream().collect(joining(" or ")),
                        exception.getValue(),
                        question(SimilarWords.of(exception.getValue(), choices)));
    }

    private static List<String> deeper(CommandLine parent, String typed) {
        return parent.getSubcommands().entrySet().stream()
                .filter(command -> visible(command.getValue()).contains(typed))
                .map(command -> command.getKey() + " " + typed)
                .toList();
    }

    private static List<String> visible(CommandLine parent) {
        return parent.getSubcommands().entrySet().stream()
                .filter(command ->
                        !command.getValue().getCommandSpec().usageMessage().hidden())
                .map(Map.Entry::getKey)
                .filter(name -> !name.contains("_"))
                .toList();
    }
}
