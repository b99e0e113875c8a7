package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.ReportDocuments;
import com.fataplus.migrations.application.usecase.ShowRevision;
import com.fataplus.migrations.cli.render.RevisionText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code fata show}. */
@Command(
        name = "show",
        description = "Shows revisions in full.",
        footer = {"", "Examples:", "  fata show 4f1c", "  fata show heads", "  fata show current"})
final class ShowCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(
            index = "0",
            paramLabel = "REVISION",
            description = "an id or its beginning, a label, head, heads or current")
    private String name;

    ShowCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        var report = shell.open().showRevision().run(new ShowRevision.Request(name), shell.context());
        return shell.answer(
                "show",
                ReportDocuments.revisions(report.revisions()),
                RevisionText.inFull(report.revisions(), shell.style()));
    }
}
