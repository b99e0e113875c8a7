package com.fataplus.migrations.cli.command;

import com.fataplus.migrations.cli.render.ProgressLines.Detail;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command understands, before or after its name. */
public final class GlobalOptions {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "the fata.toml to use (default: ./fata.toml, then migrations/fata.toml)")
    private Optional<String> config = Optional.empty();

    @Option(
            names = "--env",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "one of the [environments.NAME] of fata.toml (default: FATA_ENV)")
    private Optional<String> environment = Optional.empty();

    @Option(
            names = "-x",
            paramLabel = "NAME=VALUE",
            scope = ScopeType.INHERIT,
            description = "the value of a placeholder for this once (repeatable)")
    private Map<String, String> placeholders = Map.of();

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            scope = ScopeType.INHERIT,
            description = "the form of the answer: text, json or, for validate, sarif (default: text)")
    private OutputFormat output = OutputFormat.TEXT;

    @Option(
            names = "--events",
            paramLabel = "FORMAT",
            scope = ScopeType.INHERIT,
            description = "the form of progress: ${COMPLETION-CANDIDATES} (default: text)")
    private EventFormat events = EventFormat.TEXT;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "no progress, only the answer and warnings")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "more of everything: each statement, each field")
    private boolean verbose;

    @Option(
            names = "--no-color",
            scope = ScopeType.INHERIT,
            description = "no colours; the environment variable NO_COLOR does the same")
    private boolean colourless;

    Optional<String> configFile() {
        return config;
    }

    Optional<String> environment() {
        return environment;
    }

    Map<String, String> placeholders() {
        return placeholders;
    }

    EventFormat events() {
        return events;
    }

    OutputFormat output() {
        return output;
    }

    boolean isVerbose() {
        return verbose;
    }

    boolean wantsColour() {
        return !colourless;
    }

    Detail detail() {
        if (quiet) {
            return Detail.QUIET;
        }
        return verbose ? Detail.STATEMENTS : Detail.STEPS;
    }
}
