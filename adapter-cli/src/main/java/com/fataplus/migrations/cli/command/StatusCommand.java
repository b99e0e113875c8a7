package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.ReportDocuments;
import com.fataplus.migrations.application.usecase.ShowStatus;
import com.fataplus.migrations.cli.render.StatusText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code fata status}. */
@Command(
        name = "status",
        description = {
            "Says on one screen how things stand; touches nothing.",
            "What needs a person comes first; then database, heads, pending revisions, last run, last backup."
        },
        footer = {"", "Example:", "  fata status --output json"})
final class StatusCommand implements Callable<Integer> {
    private final Shell shell;

    StatusCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        var report = shell.open().showStatus().run(new ShowStatus.Request(), shell.context());
        return shell.answer(
                "status",
                ReportDocuments.of(report),
                StatusText.of(report, shell.zone(), shell.style(), shell.screen()));
    }
}
