package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.ReportDocuments;
import com.fataplus.migrations.application.usecase.ShowRevision;
import com.fataplus.migrations.cli.render.RevisionText;
import java.util.List;
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
            description = "an id or its beginning, a label, head, heads, current, head-1 ...")
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
                report.revisions().isEmpty()
                        ? List.of(nothing())
                        : RevisionText.inFull(report.revisions(), shell.style()));
    }

    /** Only these two mean no revision at all. */
    private String nothing() {
        return name.contains("current") ? "base: nothing is applied" : "base: the place before the first revision";
    }
}
