package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.ReportDocuments;
import com.fataplus.migrations.application.usecase.ShowHistory;
import com.fataplus.migrations.application.usecase.ShowHistory.Source;
import com.fataplus.migrations.cli.render.RevisionText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fata history}. */
@Command(
        name = "history",
        description = "Lists revisions, newest first.",
        footer = {"", "Examples:", "  fata history -i", "  fata history -r 001:current -v"})
final class HistoryCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(
            names = {"-r", "--rev-range"},
            paramLabel = "A:B",
            description = "from A to B, both included; either may be left out, or be 'current'")
    private Optional<String> range = Optional.empty();

    @Option(
            names = {"-i", "--indicate-current"},
            description = "mark what is applied; asks the database")
    private boolean indicateCurrent;

    HistoryCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        Source source = indicateCurrent ? Source.FILES_AND_LEDGER : Source.FILES;
        var report = shell.open().showHistory().run(new ShowHistory.Request(range, source), shell.context());
        List<String> text = shell.options().isVerbose()
                ? RevisionText.inFull(report.revisions(), shell.style())
                : RevisionText.lines(report.revisions(), shell.style());
        return shell.answer("history", ReportDocuments.revisions(report.revisions()), text);
    }
}
