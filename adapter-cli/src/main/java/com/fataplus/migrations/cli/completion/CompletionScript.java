package com.fataplus.migrations.cli.completion;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * A script that teaches a shell to complete fata's command lines. Commands, options and their words stand in the script, so that they are there at
 * once; for revisions and backups it asks fata.
 */
public final class CompletionScript {
    private static final String PLACE = "@COMMANDS@";

    private CompletionScript() {}

    /** The shells that are known. */
    public enum Shell {
        BASH,
        ZSH,
        FISH;

        @Override
        public String toString() {
            return switch (this) {
                case BASH -> "bash";
                case ZSH -> "zsh";
                case FISH -> "fish";
            };
        }
    }

    public static String of(CommandLine fata, Shell shell) {
        List<CommandWords> commands = CommandWords.of(fata);
        return template(shell)
                .replace(
                        PLACE,
                        switch (shell) {
                            case BASH, ZSH -> PosixCases.of(commands);
                            case FISH -> FishLines.of(commands);
                        });
    }

    private static String template(Shell shell) {
        String name = "fata." + shell;
        try (InputStream script = CompletionScript.class.getResourceAsStream(name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** In single quotes, which end nothing inside them. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    static String lines(Stream<String> lines) {
        return lines.collect(joining("\n"));
    }
}
