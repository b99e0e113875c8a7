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

    @Option(
            names = "--trial",
            description = "run everything in one transaction that is rolled back, and compare the schema")
    private boolean trial;

    /** The ways there are. */
    enum Way {
        PERFORM,
        DRY_RUN,
        SQL,
        TRIAL
    }

    Way chosen() {
        if (dryRun) {
            return Way.DRY_RUN;
        }
        if (trial) {
            return Way.TRIAL;
        }
        return sql ? Way.SQL : Way.PERFORM;
    }

    /** Refuses an option that this way cannot heed. */
    static MigrationException refused(String option, String way, String reason) {
        return new MigrationException(new InputFailure.BadRequest(
                "usage.no-such-way",
                "%s goes not with %s: %s".formatted(option, way, reason),
                Optional.of("leave out " + option)));
    }
}
