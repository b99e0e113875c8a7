package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.ReportDocuments;
import com.fataplus.migrations.application.usecase.ShowBranches;
import com.fataplus.migrations.cli.render.RevisionText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code fata branches}. */
@Command(
        name = "branches",
        description = "Lists the revisions where lines part and what begins there, from the files alone.",
        footer = {"", "Examples:", "  fata branches", "  fata branches -v"})
final class BranchesCommand implements Callable<Integer> {
    private final Shell shell;

    BranchesCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        var report = shell.open().showBranches().run(new ShowBranches.Request(), shell.context());
        List<String> text = shell.options().isVerbose()
                ? RevisionText.branchesInFull(report, shell.style(), shell.screen())
                : RevisionText.branches(report, shell.style(), shell.screen());
        return shell.answer("branches", ReportDocuments.of(report), text);
    }
}
