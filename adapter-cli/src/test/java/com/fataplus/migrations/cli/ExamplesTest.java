package com.fataplus.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fataplus.migrations.cli.ExampleProject.Arrangement;
import com.fataplus.migrations.cli.TestShell.Result;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a help text shows as an example works when it is typed. */
class ExamplesTest {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    static Stream<String> commands() {
        return CommandTree.commands().stream().map(CommandTree::name);
    }

    static Stream<String> examples() {
        return CommandTree.commands().stream()
                .flatMap(command -> CommandTree.examples(command).stream())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItself(String command) {
        Result result = new TestShell().type(words(command + " --help").toArray(String[]::new));

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).startsWith("Usage: " + command).contains("\nExample");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasAnExampleOfItself(String command) {
        CommandTree.named(command)
                .ifPresent(found -> assertThat(CommandTree.examples(found))
                        .isNotEmpty()
                        .allMatch(example -> CommandTree.isOf(found, words(example))));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleRuns(String example) {
        Arrangement arrangement = ExampleProject.arrangementFor(example);
        TestShell shell = ExampleProject.usual();
        arrangement.prepare().accept(shell);

        Result result = shell.type(words(example).toArray(String[]::new));

        assertThat(result.exitCode()).as(result.err()).isEqualTo(arrangement.exitCode());
        assertThat(result.out()).isNotEmpty();
    }

    @Test
    void everyArrangementIsOfAnExample() {
        assertThat(examples()).containsAll(ExampleProject.own().keySet());
    }

    /** What the program gets of a line; where the line goes on for the shell, it ends for us. */
    private static List<String> words(String line) {
        return WORD.matcher(line)
                .results()
                .map(word -> Stream.of(word.group(1), word.group(2), word.group(3))
                        .filter(group -> group != null)
                        .findFirst()
                        .orElseThrow())
                .takeWhile(word -> !word.matches("[|>]|&&"))
                .skip(1)
                .toList();
    }
}
