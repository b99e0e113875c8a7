package com.fataplus.migrations.application.usecase;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.config.RunConfig;
import com.fataplus.migrations.application.event.RunContext;
import com.fataplus.migrations.application.failure.InputFailure;
import com.fataplus.migrations.application.failure.MigrationException;
import com.fataplus.migrations.application.port.LedgerEntry;
import com.fataplus.migrations.application.port.OfflineRun;
import com.fataplus.migrations.application.port.OfflineScripts;
import com.fataplus.migrations.application.port.RunStart;
import com.fataplus.migrations.application.port.SectionRun;
import com.fataplus.migrations.domain.ledger.Ledger;
import com.fataplus.migrations.domain.plan.PlanStep;
import com.fataplus.migrations.domain.plan.StampPlan;
import com.fataplus.migrations.domain.revision.Revision;
import com.fataplus.migrations.domain.revision.RevisionGraph;
import com.fataplus.migrations.domain.revision.RevisionId;
import com.fataplus.migrations.domain.revision.RevisionSpec;
import com.fataplus.migrations.domain.script.Execution;
import com.fataplus.migrations.domain.script.Section;
import com.fataplus.migrations.domain.script.TransactionBlocks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Writes a run down as a script that somebody performs later; needs no database, and everything is checked before it answers. */
public final class WriteScript {
    /** What a failing script leaves: what it had committed. */
    private static final String POLICY = "stop";

    private final PlanMaker plans;
    private final AssumedPlace places;
    private final OfflineScripts offline;
    private final Operator operator;
    private final RunConfig config;

    WriteScript(PlanMaker plans, AssumedPlace places, OfflineScripts offline, Operator operator, RunConfig config) {
        this.plans = requireNonNull(plans, "plans");
        this.places = requireNonNull(places, "places");
        this.offline = requireNonNull(offline, "offline");
        this.operator = requireNonNull(operator, "operator");
        this.config = requireNonNull(config, "config");
    }

    /** What is asked for. A range is {@code from:to}, both as typed. */
    public sealed interface Request {
        /** Without {@code from:} it begins at base, without {@code to} it leads to all heads. */
        record Upgrade(String range, Optional<String> tag) implements Request {}

        /** Both ends have to be given. */
        record Downgrade(String range, Optional<String> tag) implements Request {}

        /** Without {@code from:} it begins at base; several ranges begin at the same place. */
        record Stamp(List<String> ranges, Optional<String> tag) implements Request {
            public Stamp {
                ranges = List.copyOf(ranges);
            }
        }

        /** Nothing but the ledger. */
        record EnsureLedger() implements Request {}
    }

    /**
     * The script and where it leads.
     *
     * @param steps the sections that it runs
     */
    public record Report(
            String script, List<PlanStep> steps, List<RevisionId> headsBefore, List<RevisionId> headsAfter) {
        public Report {
            requireNonNull(script, "script");
            steps = List.copyOf(steps);
            headsBefore = List.copyOf(headsBefore);
            headsAfter = List.copyOf(headsAfter);
        }
    }

    /** Reads files and nothing else. */
    public Report run(Request request, RunContext context) {
        context.cancellation().check();
        return switch (request) {
            case Request.Upgrade(var range, var tag) -> upgrade(OfflineRange.upgrade(range), tag);
            case Request.Downgrade(var range, var tag) -> downgrade(OfflineRange.downgrade(range), tag);
            case Request.Stamp(var ranges, var tag) -> stamp(OfflineRange.stamp(ranges), tag);
            case Request.EnsureLedger ignored ->
                new Report(
                        offline.write(new OfflineRun.Preparation(config.lockWait())), List.of(), List.of(), List.of());
        };
    }

    private Report upgrade(OfflineRange range, Optional<String> tag) {
        RevisionSpec target = Specs.parse(range.target());
        RevisionGraph files = plans.files();
        Ledger begin = places.ledgerAt(range.from(), files);
        return migration(start("upgrade", range, tag, POLICY), begin, plans.upgrade(files, begin, target));
    }

    private Report downgrade(OfflineRange range, Optional<String> tag) {
        RevisionSpec target = Specs.parse(range.target());
        RevisionGraph files = plans.files();
        Ledger begin = places.ledgerAt(range.from(), files);
        return migration(start("downgrade", range, tag, POLICY), begin, plans.downgradeByFiles(files, begin, target));
    }

    private Report stamp(OfflineRange range, Optional<String> tag) {
        List<RevisionSpec> targets = range.targets().stream().map(Specs::parse).toList();
        RevisionGraph files = plans.files();
        Ledger begin = places.ledgerAt(range.from(), files);
        StampPlan plan = plans.stamp(files, begin, targets);
        var run = new OfflineRun.Stamping(
                start("stamp", range, tag, "transaction"),
                config.lockWait(),
                begin,
                plan.forgotten(),
                plan.recorded().stream()
                        .map(id -> places.entry(files.find(id).orElseThrow(), files))
                        .toList(),
                plan.headsAfter());
        return new Report(offline.write(run), List.of(), plan.headsBefore(), plan.headsAfter());
    }

    private Report migration(RunStart start, Ledger begin, PreparedPlan plan) {
        plan.steps().forEach(step -> refuseOpenEnd(step.section()));
        var run = new OfflineRun.Migration(
                start,
                config.lockWait(),
                begin,
                plan.steps().stream().map(step -> step(step, plan.graph())).toList(),
                plan.scope(),
                plan.plan().headsAfter());
        return new Report(
                offline.write(run),
                plan.plan().steps(),
                plan.plan().headsBefore(),
                plan.plan().headsAfter());
    }

    private RunStart start(String command, OfflineRange range, Optional<String> tag, String policy) {
        return new RunStart(
                command, String.join(" ", range.targets()), tag, operator.name(), operator.toolVersion(), policy);
    }

    private OfflineRun.Step step(PreparedStep prepared, RevisionGraph graph) {
        Revision revision = prepared.step().revision();
        return new OfflineRun.Step(
                prepared.step(),
                limits(prepared.section()),
                new LedgerEntry(revision, graph.dependenciesOf(revision.id()), prepared.script()));
    }

    /** Nobody tries again when a table is busy, so each statement waits as long as the most patient attempt would. */
    private SectionRun limits(Section section) {
        Duration patience = switch (section.options().execution()) {
            case IN_TRANSACTION -> LockRetry.patience(config.lockTimeout());
            case STATEMENT_BY_STATEMENT -> Duration.ZERO;
        };
        return new SectionRun(
                section,
                0,
                section.options().lockTimeout().orElse(patience),
                section.options().timeout().or(config::statementTimeout));
    }

    /** The server would notice at the end, when it is too late to refuse. */
    private static void refuseOpenEnd(Section section) {
        if (section.options().execution() == Execution.STATEMENT_BY_STATEMENT
                && TransactionBlocks.leavesOneOpen(section.statements())) {
            throw new MigrationException(new InputFailure.BadRequest(
                    "script.open-transaction",
                    section.location() + ": the section ends within a transaction that it began",
                    Optional.of("commit it, then: fata validate")));
        }
    }
}
