package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.ReportDocuments;
import com.fataplus.migrations.application.usecase.ShowCurrent;
import com.fataplus.migrations.cli.render.RevisionText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code fata current}. */
@Command(
        name = "current",
        description = "Says which revisions the database is at; changes nothing, needs no file.",
        footer = {"", "Example:", "  fata current -v"})
final class CurrentCommand implements Callable<Integer> {
    private final Shell shell;

    CurrentCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        var report = shell.open().showCurrent().run(new ShowCurrent.Request(), shell.context());
        List<String> text = shell.options().isVerbose()
                ? RevisionText.currentInFull(report, shell.zone(), shell.style())
                : RevisionText.current(report, shell.style());
        return shell.answer("current", ReportDocuments.of(report), text);
    }
}
