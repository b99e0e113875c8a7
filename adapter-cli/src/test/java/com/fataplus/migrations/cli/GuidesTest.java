package com.fataplus.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A guide names no command and no option that is not there. */
class GuidesTest {
    private static final Pattern CODE = Pattern.compile("`(fata [^`]*)`");
    private static final Pattern OPTION = Pattern.compile("(?<= )(--?[a-z][a-z-]*)");

    static Stream<String> typed() throws IOException {
        String guide = Files.readString(Path.of("../docs/coming-from-alembic.md"));
        return CODE.matcher(guide).results().map(code -> code.group(1)).distinct();
    }

    @ParameterizedTest
    @MethodSource("typed")
    void whatItShowsCanBeTyped(String code) {
        CommandSpec command = command(code).orElseThrow(() -> new AssertionError("no such command"));

        assertThat(options(code))
                .allSatisfy(option -> assertThat(names(command)).contains(option));
    }

    @Test
    void aMissingCommandIsSeen() {
        assertThat(command("fata autogenerate")).isEmpty();
    }

    private static Optional<CommandSpec> command(String code) {
        String name = code.split(" ", 3)[1];
        return CommandTree.commands().stream()
                .map(CommandLine::getCommandSpec)
                .filter(spec -> spec.name().equals(name)
                        || List.of(spec.aliases()).contains(name)
                        || (spec.parent() == null && name.startsWith("-")))
                .findFirst();
    }

    private static List<String> options(String code) {
        return OPTION.matcher(code.replaceAll("\"[^\"]*\"", ""))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static List<String> names(CommandSpec command) {
        return command.options().stream()
                .map(OptionSpec::names)
                .flatMap(Stream::of)
                .toList();
    }
}
