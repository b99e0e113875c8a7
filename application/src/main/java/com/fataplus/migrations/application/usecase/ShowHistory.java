package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.port.Database;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.plan.KnownRevisions;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists revisions, newest first. */
public final class ShowHistory {
    private final PlanMaker plans;
    private final Database database;

    ShowHistory(PlanMaker plans, Database database) {
        this.plans = requireNonNull(plans, "plans");
        this.database = requireNonNull(database, "database");
    }

    /** Whether to look at the database too. */
    public enum Source {
        /** Files only: needs no server. */
        FILES,
        /** Files and ledger: marks what is applied, and shows applied revisions whose files are gone. */
        FILES_AND_LEDGER
    }

    /**
     * What to list.
     *
     * @param range {@code A:B}, both ends included and either left out, as typed; empty for everything
     * @param most the newest ones of the range only
     */
    public record Request(Optional<String> range, Source source, Optional<Integer> most) {
        public Request {
            requireNonNull(range, "range");
            requireNonNull(source, "source");
            requireNonNull(most, "most");
        }
    }

    /**
     * Newest first.
     *
     * @param graph all that is known, not only what is listed
     */
    public record Report(List<RevisionLine> revisions, RevisionGraph graph) {
        public Report {
            revisions = List.copyOf(revisions);
            requireNonNull(graph, "graph");
        }

        public List<RevisionId> ids() {
            return revisions.stream().map(line -> line.revision().id()).toList();
        }
    }

    /** Connects only where asked to, or where the range says {@code current}. */
    public Report run(Request request, RunContext context) {
        context.cancellation().check();
        RevisionGraph files = plans.files();
        boolean needsLedger = request.source() == Source.FILES_AND_LEDGER
                || request.range().filter(range -> range.contains("current")).isPresent();
        Ledger ledger = needsLedger ? database.ledger() : Ledger.EMPTY;
        KnownRevisions known = KnownRevisions.join(files, ledger);
        RevisionGraph graph = known.graph();
        List<RevisionId> listed = request.range()
                .map(range -> Specs.range(known.resolver(), range))
                .orElseGet(() -> graph.newestFirst(graph.ids()));
        Set<RevisionId> current = Set.copyOf(known.currentHeads());
        return new Report(
                listed.stream()
                        .limit(request.most().orElse(Integer.MAX_VALUE))
                        .map(id -> RevisionLine.of(graph.find(id).orElseThrow(), graph, current, known.applied()))
                        .toList(),
                graph);
    }
}
