package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.ReportDocuments;
import com.fataplus.migrations.application.usecase.ShowHeads;
import com.fataplus.migrations.cli.render.RevisionText;
import com.fataplus.migrations.domain.revision.Follow;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fata heads}. */
@Command(
        name = "heads",
        description = "Lists the revisions that nothing builds on, from the files alone.",
        footer = {"", "Examples:", "  fata heads", "  fata heads --resolve-dependencies"})
final class HeadsCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(
            names = "--resolve-dependencies",
            description = "leave out what another revision depends on: what a database has when all is applied")
    private boolean resolveDependencies;

    HeadsCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        Follow follow = resolveDependencies ? Follow.PARENTS_AND_DEPENDENCIES : Follow.PARENTS;
        var report = shell.open().showHeads().run(new ShowHeads.Request(follow), shell.context());
        List<String> text = shell.options().isVerbose()
                ? RevisionText.inFull(report.heads(), shell.style())
                : RevisionText.ids(report.heads(), shell.style(), shell.screen());
        return shell.answer("heads", ReportDocuments.revisions(report.heads()), text);
    }
}
