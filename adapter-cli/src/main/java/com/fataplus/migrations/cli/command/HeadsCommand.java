package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.ReportDocuments;
import com.fataplus.migrations.application.usecase.ShowHeads;
import com.fataplus.migrations.cli.render.RevisionText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code fata heads}. */
@Command(
        name = "heads",
        description = "Lists the revisions that nothing builds on, from the files alone.",
        footer = {"", "Example:", "  fata heads"})
final class HeadsCommand implements Callable<Integer> {
    private final Shell shell;

    HeadsCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        var report = shell.open().showHeads().run(new ShowHeads.Request(), shell.context());
        List<String> text = shell.options().isVerbose()
                ? RevisionText.inFull(report.heads(), shell.style())
                : RevisionText.ids(report.heads(), shell.style());
        return shell.answer("heads", ReportDocuments.revisions(report.heads()), text);
    }
}
