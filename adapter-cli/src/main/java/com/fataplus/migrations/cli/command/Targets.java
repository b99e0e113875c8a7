package com.fataplus.migrations.cli.command;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Revisions as typed. {@code -1} looks like an option but is one; other words with a dash are slips. */
final class Targets {
    private Targets() {}

    /** Lets {@code fata downgrade -1} through to the parameters. */
    static CommandLine acceptingRelative(CommandLine commandLine) {
        return commandLine.setUnmatchedOptionsArePositionalParams(true);
    }

    static String checked(CommandSpec spec, String target) {
        if (target.startsWith("-") && !target.matches("-[0-9].*")) {
            throw new UnmatchedArgumentException(spec.commandLine(), List.of(target));
        }
        return target;
    }
}
