package com.fataplus.migrations.cli.command;

import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import java.util.List;
import java.util.Optional;
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

    /** One place, and no range. */
    static String single(CommandSpec spec, String target) {
        refuseRange(target);
        return checked(spec, target);
    }

    static void refuseRange(String target) {
        int colon = target.lastIndexOf(':');
        if (colon >= 0) {
            throw new MigrationException(new InputFailure.BadRequest(
                    "usage.range",
                    "'%s' is a range, and only --sql takes one: the database knows where it is".formatted(target),
                    Optional.of("name the end alone: " + target.substring(colon + 1))));
        }
    }

    static String checked(CommandSpec spec, String target) {
        if (target.startsWith("-") && !target.matches("-[0-9].*")) {
            throw new UnmatchedArgumentException(spec.commandLine(), List.of(target));
        }
        return target;
    }
}
