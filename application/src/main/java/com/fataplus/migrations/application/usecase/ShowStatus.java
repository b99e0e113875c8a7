package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.port.Backup;
import com.fataplus.migrations.application.port.BackupStore;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.application.port.ServerInfo;
import com.fataplus.migrations.domain.ledger.AppliedRevision;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.ledger.Run;
import com.fataplus.migrations.domain.plan.KnownRevisions;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.List;
import java.util.Optional;

/** Everything somebody wants to know first, on one screen. */
public final class ShowStatus {
    private final PlanMaker plans;
    private final Database database;
    private final BackupStore backups;

    ShowStatus(PlanMaker plans, Database database, BackupStore backups) {
        this.plans = requireNonNull(plans, "plans");
        this.database = requireNonNull(database, "database");
        this.backups = requireNonNull(backups, "backups");
    }

    /** Nothing to choose. */
    public record Request() {}

    /**
     * How things stand.
     *
     * @param heads those of the files
     * @param current the applied heads
     * @param pending revisions of the files that are not applied, in the order they would run
     * @param edited applied revisions whose files were changed since
     * @param unknown applied revisions that no file defines
     * @param lastRun the newest run in the journal
     * @param lastBackup the newest backup
     */
    public record Report(
            ServerInfo server,
            List<RevisionId> heads,
            List<AppliedRevision> current,
            List<Revision> pending,
            List<RevisionId> edited,
            List<AppliedRevision> unknown,
            Optional<Run> lastRun,
            Optional<Backup> lastBackup) {
        public Report {
            requireNonNull(server, "server");
            heads = List.copyOf(heads);
            current = List.copyOf(current);
            pending = List.copyOf(pending);
            edited = List.copyOf(edited);
            unknown = List.copyOf(unknown);
            requireNonNull(lastRun, "lastRun");
            requireNonNull(lastBackup, "lastBackup");
        }
    }

    /** Reads files, ledger, journal and backups; takes no lock. */
    public Report run(Request request, RunContext context) {
        requireNonNull(request, "request");
        context.cancellation().check();
        RevisionGraph files = plans.files();
        ServerInfo server = database.server();
        Ledger ledger = database.ledger();
        KnownRevisions known = KnownRevisions.join(files, ledger);
        var applied = ledger.byId();
        return new Report(
                server,
                files.heads(),
                ledger.heads().stream().map(applied::get).toList(),
                known.pending(),
                plans.edited(files, ledger),
                PlanMaker.unknown(known).stream().map(applied::get).toList(),
                database.runs(1).stream().findFirst(),
                backups.list().stream().findFirst());
    }
}
