package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.ReportDocuments;
import com.fataplus.migrations.application.usecase.ShowCurrent;
import com.fataplus.migrations.application.usecase.ShowCurrent.HeadCheck;
import com.fataplus.migrations.cli.render.RevisionText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fata current}. */
@Command(
        name = "current",
        description = "Says which revisions the database is at; changes nothing.",
        exitCodeList = {"0:told, or at all heads", "3:with --check-heads: not at all heads"},
        footer = {"", "Examples:", "  fata current -v", "  fata current --check-heads"})
final class CurrentCommand implements Callable<Integer> {
    private final Shell shell;

    /** No {@code -c}: that is the configuration's. */
    @Option(
            names = "--check-heads",
            description = "compare with the files, and say so when revisions are pending or unknown")
    private boolean checkHeads;

    CurrentCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        HeadCheck check = checkHeads ? HeadCheck.YES : HeadCheck.NO;
        var report = shell.open().showCurrent().run(new ShowCurrent.Request(check), shell.context());
        List<String> text = shell.options().isVerbose()
                ? RevisionText.currentInFull(report, shell.zone(), shell.style(), shell.screen())
                : RevisionText.current(report, shell.style(), shell.screen());
        return shell.answer("current", ReportDocuments.of(report), text, exitCode(report));
    }

    private static int exitCode(ShowCurrent.Report report) {
        return report.comparison().filter(found -> !found.isAtHeads()).isPresent() ? ExitCode.CHECK_FOUND : ExitCode.OK;
    }
}
