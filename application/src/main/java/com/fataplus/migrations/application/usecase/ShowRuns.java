package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.domain.ledger.Run;
import com.fataplus.migrations.domain.ledger.RunStep;
import java.util.List;

/** Tells what was done to the database, by whom and with what end, from the journal alone. */
public final class ShowRuns {
    private final Database database;

    ShowRuns(Database database) {
        this.database = requireNonNull(database, "database");
    }

    /** The newest ones, so many at most. */
    public record Request(int limit) {
        public Request {
            if (limit < 1) {
                throw new IllegalArgumentException("limit: " + limit);
            }
        }
    }

    /** A run and what its journal says about its steps, in the order of time. */
    public record JournalledRun(Run run, List<RunStep> steps) {
        public JournalledRun {
            requireNonNull(run, "run");
            steps = List.copyOf(steps);
        }
    }

    /** Newest first. */
    public record Report(List<JournalledRun> runs) {
        public Report {
            runs = List.copyOf(runs);
        }
    }

    /** Reads the journal; takes no lock and needs no file. */
    public Report run(Request request, RunContext context) {
        context.cancellation().check();
        return new Report(database.runs(request.limit()).stream()
                .map(run -> new JournalledRun(run, database.steps(run.id())))
                .toList());
    }
}
