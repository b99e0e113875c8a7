package com.fataplus.migrations.cli.command;

import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What to do with a run instead of performing it; at most one of these. */
final class RunWay {
    @Option(names = "--dry-run", description = "print the plan and its SQL, and touch nothing")
    private boolean dryRun;

    @Option(
            names = "--sql",
            description = "print a script for psql that does the run later; needs no database, takes FROM:TO")
    private boolean sql;

    /** The ways there are. */
    enum Way {
        PERFORM,
        DRY_RUN,
        SQL
    }

    Way chosen() {
        if (dryRun) {
            return Way.DRY_RUN;
        }
        return sql ? Way.SQL : Way.PERFORM;
    }

    /** Refuses an option that a script cannot heed. */
    static MigrationException refusedInScript(String option, String reason) {
        return new MigrationException(new InputFailure.BadRequest(
                "usage.not-in-script",
                "%s goes not with --sql: %s".formatted(option, reason),
                Optional.of("leave out " + option)));
    }
}
