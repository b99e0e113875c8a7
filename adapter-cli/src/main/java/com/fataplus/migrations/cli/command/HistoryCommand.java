package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.ReportDocuments;
import com.fataplus.migrations.application.usecase.ShowHistory;
import com.fataplus.migrations.application.usecase.ShowHistory.Source;
import com.fataplus.migrations.application.usecase.ShowRuns;
import com.fataplus.migrations.cli.render.GraphText;
import com.fataplus.migrations.cli.render.RevisionText;
import com.fataplus.migrations.cli.render.RunsText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code fata history}. */
@Command(
        name = "history",
        description = {
            "Lists revisions, newest first, or what was done to the database.",
            "In a picture, a dotted line is a dependency. With -i a full circle is applied, a ring pending."
        },
        footer = {
            "",
            "Examples:",
            "  fata history -i",
            "  fata history -r 001:current -v",
            "  fata history --graph",
            "  fata history --runs -n 5"
        })
final class HistoryCommand implements Callable<Integer> {
    private static final int RUNS = 20;

    private final Shell shell;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-r", "--rev-range"},
            paramLabel = "A:B",
            description = "from A to B, both included; either may be left out, or be 'current'")
    private Optional<String> range = Optional.empty();

    @Option(
            names = {"-i", "--indicate-current"},
            description = "mark what is applied; asks the database")
    private boolean indicateCurrent;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "N",
            description = "the newest N only (default: all revisions, 20 runs)")
    private Optional<Integer> most = Optional.empty();

    @ArgGroup
    private View view = new View();

    /** One of two other ways to look at it. */
    private static final class View {
        @Option(names = "--graph", description = "draw lines, branches and merges")
        private boolean graph;

        @Option(names = "--runs", description = "list what was run, when, by whom and how it ended")
        private boolean runs;
    }

    HistoryCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        most.filter(number -> number < 1).ifPresent(number -> {
            throw new ParameterException(spec.commandLine(), "--limit is at least 1, not " + number);
        });
        return view.runs ? runs() : revisions();
    }

    private int revisions() {
        Source source = indicateCurrent ? Source.FILES_AND_LEDGER : Source.FILES;
        var report = shell.open().showHistory().run(new ShowHistory.Request(range, source, most), shell.context());
        return shell.answer("history", ReportDocuments.revisions(report.revisions()), text(report, source));
    }

    private List<String> text(ShowHistory.Report report, Source source) {
        if (view.graph) {
            return GraphText.of(report, source, shell.style(), shell.screen());
        }
        return shell.options().isVerbose()
                ? RevisionText.inFull(report.revisions(), shell.style())
                : RevisionText.lines(report.revisions(), shell.style(), shell.screen());
    }

    private int runs() {
        if (range.isPresent() || indicateCurrent) {
            throw new ParameterException(
                    spec.commandLine(), "--runs lists runs, to which --rev-range and --indicate-current say nothing");
        }
        var report = shell.open().showRuns().run(new ShowRuns.Request(most.orElse(RUNS)), shell.context());
        List<String> text = shell.options().isVerbose()
                ? RunsText.inFull(report, shell.zone(), shell.style(), shell.screen())
                : RunsText.lines(report, shell.zone(), shell.style(), shell.screen());
        return shell.answer("history", ReportDocuments.of(report), text);
    }
}
