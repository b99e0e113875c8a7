package com.fataplus.migrations.cli.command;

import static java.util.Objects.requireNonNull;

import com.fataplus.migrations.application.document.ReportDocuments;
import com.fataplus.migrations.application.usecase.MergeRevisions;
import com.fataplus.migrations.cli.render.RevisionText;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fata merge}. */
@Command(
        name = "merge",
        description = {
            "Writes an empty revision that joins several lines, by default all heads.",
            "To put one line on top of the other instead, see fata rebase."
        },
        footer = {"", "Examples:", "  fata merge", "  fata merge d15e feed -m \"join harvests and weather\""})
final class MergeCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(
            arity = "0..*",
            paramLabel = "REVISION",
            description = "what to join: an id or its beginning, a label, label@head (default: heads)")
    private List<String> revisions = List.of();

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "what people read in lists (default: \"Merge\" and the names)")
    private Optional<String> message = Optional.empty();

    @Mixin
    private DetailOptions options = new DetailOptions();

    MergeCommand(Shell shell) {
        this.shell = requireNonNull(shell, "shell");
    }

    @Override
    public Integer call() {
        var request = new MergeRevisions.Request(
                revisions.isEmpty() ? List.of("heads") : revisions, message, options.splice(), options.details());
        var report = shell.open().mergeRevisions().run(request, shell.context());
        return shell.answer(
                "merge",
                ReportDocuments.created(report.revision()),
                RevisionText.created(report.revision(), shell.style()));
    }
}
